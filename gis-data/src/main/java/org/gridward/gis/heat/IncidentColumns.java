package org.gridward.gis.heat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;

/**
 * Incidents in memory, column by column, about 40 bytes each. Best put in the order of their times:
 * chunks that lie outside a wanted time are passed over whole. Thread-safe: any number read while
 * nobody writes.
 */
public final class IncidentColumns {

  private final List<Chunk> chunks = new ArrayList<>();
  private final RowNumbers rows = new RowNumbers();
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
  private int size;
  private int categories;
  private int areas;

  /** Puts incidents, or puts them in the place of what was known by the same numbers. */
  public void putAll(Collection<IncidentRow> incidents) {
    lock.writeLock().lock();
    try {
      incidents.forEach(this::put);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void put(IncidentRow incident) {
    int row = rows.find(incident.number());
    if (row == RowNumbers.NONE) {
      row = size++;
      rows.put(incident.number(), row);
    }
    if (row >> Chunk.BITS == chunks.size()) {
      chunks.add(new Chunk());
    }
    chunks.get(row >> Chunk.BITS).set(row & (Chunk.SIZE - 1), incident);
    categories = Math.max(categories, incident.category() + 1);
    areas = Math.max(areas, incident.area() + 1);
  }

  /** How many there are. */
  public int size() {
    lock.readLock().lock();
    try {
      return size;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Reads the chunks that may hold something that the filter lets through. */
  <T> T read(IncidentFilter filter, BiFunction<List<Chunk>, Masks, T> reader) {
    lock.readLock().lock();
    try {
      Masks masks = Masks.of(filter, categories, areas);
      return reader.apply(chunks.stream().filter(chunk -> chunk.meets(masks)).toList(), masks);
    } finally {
      lock.readLock().unlock();
    }
  }
}
