package org.gridward.gis.osm;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.Arrays;

/**
 * Walks the fields of one protobuf message; what nobody asks for is skipped. The format of the
 * files is small and fixed, so it is read by its description
 * (wiki.openstreetmap.org/wiki/PBF_Format) and not by generated classes. For one thread.
 */
final class PbfMessage {

  private final CodedInputStream in;
  private int tag;

  PbfMessage(byte[] bytes) {
    this.in = CodedInputStream.newInstance(bytes);
  }

  /** Goes to the next field; false at the end. What was not read of the one before is skipped. */
  boolean next() throws IOException {
    if (tag != 0) {
      in.skipField(tag);
    }
    tag = in.readTag();
    return tag != 0;
  }

  /** The number of the field that stands here. */
  int field() {
    return WireFormat.getTagFieldNumber(tag);
  }

  byte[] bytes() throws IOException {
    require(WireFormat.WIRETYPE_LENGTH_DELIMITED);
    return in.readByteArray();
  }

  long number() throws IOException {
    require(WireFormat.WIRETYPE_VARINT);
    return in.readRawVarint64();
  }

  /** As small negative numbers are written. */
  long signed() throws IOException {
    return CodedInputStream.decodeZigZag64(number());
  }

  /** Numbers side by side, added to those that stand there already. */
  long[] numbers(long[] before, boolean signed) throws IOException {
    if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT) {
      long[] more = Arrays.copyOf(before, before.length + 1);
      more[before.length] = signed ? signed() : number();
      return more;
    }
    CodedInputStream packed = CodedInputStream.newInstance(bytes());
    long[] numbers = Arrays.copyOf(before, before.length + 16);
    int size = before.length;
    while (!packed.isAtEnd()) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      long number = packed.readRawVarint64();
      numbers[size++] = signed ? CodedInputStream.decodeZigZag64(number) : number;
    }
    return Arrays.copyOf(numbers, size);
  }

  private void require(int wireType) throws InvalidProtocolBufferException {
    if (WireFormat.getTagWireType(tag) != wireType) {
      throw new InvalidProtocolBufferException("field %d has another type".formatted(field()));
    }
    tag = 0;
  }
}
