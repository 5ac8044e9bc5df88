package org.gridward.journal;

/**
 * What an entry is about: {@code incident}, {@code assignment}, {@code area}, {@code worker},
 * {@code user}, … and its id as text.
 */
public record Subject(String type, String id) {}
