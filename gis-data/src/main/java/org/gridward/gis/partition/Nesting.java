package org.gridward.gis.partition;

/**
 * An area whose parts belong to it by their codes while their shapes do not fill its own, as with a
 * generalised boundary. No fault of the parts; the code decides.
 *
 * @param parent its code
 * @param parts how many stand under it
 * @param outsideSquareMetres ground of the parts beyond it
 * @param uncoveredSquareMetres its ground in none of the parts
 */
public record Nesting(
    String parent, int parts, double outsideSquareMetres, double uncoveredSquareMetres) {}
