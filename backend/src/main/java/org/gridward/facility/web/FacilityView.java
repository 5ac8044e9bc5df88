package org.gridward.facility.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.facility.Facility;
import org.gridward.facility.FacilityFacts;
import org.gridward.facility.OpenHours;
import org.gridward.facility.hours.OpenState;
import org.gridward.facility.hours.OpeningHours;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * A facility as the API shows it.
 *
 * @param open whether it is open now
 * @param changesAt when {@code open} becomes another; null when not within eight days
 * @param timeZone in which the hours are meant
 * @param week the usual week without holidays, Monday first; empty without hours
 */
record FacilityView(
    long id,
    String code,
    String kind,
    Map<String, String> names,
    double lon,
    double lat,
    AreaPath areaPath,
    @Nullable String address,
    @Nullable String hours,
    OpenState open,
    @Nullable Instant changesAt,
    String timeZone,
    List<OpeningHours.Day> week,
    @Nullable Integer capacity,
    @Nullable String phone,
    @Nullable String website,
    @Nullable String services,
    int version) {

  static FacilityView of(Facility facility, OpenHours hours) {
    FacilityFacts facts = facility.facts();
    OpenHours.Now now = hours.now(facts.hours());
    return new FacilityView(
        facility.id(),
        facts.code(),
        facts.kind(),
        facts.names(),
        facts.lon(),
        facts.lat(),
        facility.areaPath(),
        facts.address(),
        facts.hours(),
        now.state(),
        now.changesAt(),
        hours.zone().getId(),
        hours.week(facts.hours()),
        facts.capacity(),
        facts.phone(),
        facts.website(),
        facts.services(),
        facility.version());
  }
}
