package org.gridward.gis.streets;

import java.util.Arrays;

/** A binary heap of nodes by their keys; a node may stand in it several times. */
final class NodeQueue {

  private int[] nodes = new int[64];
  private double[] keys = new double[64];
  private int size;
  private double polledKey;

  boolean isEmpty() {
    return size == 0;
  }

  /** The least key; only while not empty. */
  double least() {
    return keys[0];
  }

  /** The key of the node that was polled last. */
  double polledKey() {
    return polledKey;
  }

  void add(int node, double key) {
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * size);
      keys = Arrays.copyOf(keys, 2 * size);
    }
    int at = size++;
    while (at > 0 && key < keys[(at - 1) / 2]) {
      move((at - 1) / 2, at);
      at = (at - 1) / 2;
    }
    put(node, key, at);
  }

  /** Takes out the node with the least key; only while not empty. */
  int poll() {
    int first = nodes[0];
    polledKey = keys[0];
    size--;
    int last = nodes[size];
    double key = keys[size];
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && keys[child + 1] < keys[child]) {
        child++;
      }
      if (keys[child] >= key) {
        break;
      }
      move(child, at);
      at = child;
    }
    put(last, key, at);
    return first;
  }

  private void move(int from, int to) {
    nodes[to] = nodes[from];
    keys[to] = keys[from];
  }

  private void put(int node, double key, int at) {
    nodes[at] = node;
    keys[at] = key;
  }
}
