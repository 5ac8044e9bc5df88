package org.gridward.grid;

import java.util.List;
import java.util.Map;
import org.gridward.gis.cells.CellShape;
import org.locationtech.jts.geom.Envelope;

/**
 * What the tables held when they were read.
 *
 * @param revision grows with every change; the same on all nodes and after a restart
 * @param types from the top down
 * @param areas that are not retired
 * @param boxes of the current boundaries, EPSG:4326, by area id
 * @param cells their current boundaries
 */
record GridTables(
    String revision,
    List<AreaType> types,
    List<Area> areas,
    Map<Long, Envelope> boxes,
    List<CellShape> cells) {}
