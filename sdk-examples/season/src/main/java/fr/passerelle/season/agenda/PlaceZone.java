package fr.passerelle.season.agenda;

import fr.passerelle.commandline.read.Departments;
import fr.passerelle.commandline.read.NotUnderstoodException;
import fr.passerelle.commandline.read.PostalCodes;
import fr.passerelle.commandline.read.Words;
import fr.passerelle.model.credit.Department;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the place where an event takes place: the record's own, else that of its offsets, else that of its
 * department, territory, postal code or place on the map. Where nothing tells, Paris is taken and said.
 */
final class PlaceZone {

    private static final Pattern POSTAL_CODE = Pattern.compile("(?<![0-9])([0-9]{5})(?![0-9])");
    private static final Pattern OFFSET =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)([+-]\\d{2}:?\\d{2})");

    private static final String[] COUNTRY_CODES = {
        "countrycode", "country_code", "countryCode", "location_countrycode", "location.countryCode"
    };

    private static final Map<String, String> TERRITORIES = Map.ofEntries(
            Map.entry("GP", "971"),
            Map.entry("MQ", "972"),
            Map.entry("GF", "973"),
            Map.entry("RE", "974"),
            Map.entry("PM", "975"),
            Map.entry("YT", "976"),
            Map.entry("BL", "977"),
            Map.entry("MF", "978"),
            Map.entry("WF", "986"),
            Map.entry("PF", "987"),
            Map.entry("NC", "988"));

    /** The towns overseas that no town of the same name in Europe can be mistaken for. */
    private static final Map<String, String> TOWNS = Map.ofEntries(
            Map.entry("noumea", "988"),
            Map.entry("papeete", "987"),
            Map.entry("fortdefrance", "972"),
            Map.entry("cayenne", "973"),
            Map.entry("kourou", "973"),
            Map.entry("pointeapitre", "971"),
            Map.entry("lesabymes", "971"),
            Map.entry("basseterre", "971"),
            Map.entry("mamoudzou", "976"),
            Map.entry("matautu", "986"),
            Map.entry("letampon", "974"),
            Map.entry("lelamentin", "972"),
            Map.entry("schoelcher", "972"),
            Map.entry("legosier", "971"),
            Map.entry("matoury", "973"),
            Map.entry("saintlaurentdumaroni", "973"),
            Map.entry("dzaoudzi", "976"),
            Map.entry("dumbea", "988"),
            Map.entry("paita", "988"),
            Map.entry("faaa", "987"),
            Map.entry("punaauia", "987"));

    private static final Pattern BEHIND_THE_TOWN = Pattern.compile(
            "(?iuU)(?<behind>,|\\(|\\s[-–]|\\sde)\\s*(?:l['’](?:île|ile) de )?(?<territory>(?:la )?réunion|guadeloupe"
                    + "|(?:la )?martinique|guyane(?: française)?|mayotte|nouvelle-calédonie|polynésie française)\\)?$");

    private static final Set<String> FRANCE = Set.of("FR", "FRANCE", "FRA");

    private PlaceZone() {}

    /**
     * The clock.
     *
     * @param timetable as it stands in the record
     * @throws NotPublishableException if the record names a clock or a country that is not known here
     */
    static ZoneId of(Fields fields, String timetable, List<Finding> notes) throws NotPublishableException {
        Matcher offset = OFFSET.matcher(timetable);
        Optional<String> named = fields.text("timezone", "location.timezone", "location_timezone", "time_zone");
        if (named.isPresent()) {
            ZoneId zone = named(named.get());
            ZoneId ofPlace = ofPlace(fields);
            // Software fills in the clock of Paris by itself, wherever the place is.
            if (zone.equals(Schedule.PARIS) && ofPlace != null && !ofPlace.equals(zone) && !offset.find()) {
                throw unknown(named.get() + " / " + ofPlace);
            }
            return zone;
        }
        // Abroad a postal code of five digits, or of four, is no French one.
        Optional<String> abroad = abroad(fields);
        ZoneId ofPlace = abroad.isPresent() ? null : ofPlace(fields);
        if (offset.find()) {
            return ofOffset(offset, ofPlace);
        }
        if (ofPlace != null) {
            return ofPlace;
        }
        if (abroad.isPresent()) {
            throw unknown(abroad.get());
        }
        notes.add(Finding.of(FindingCode.ZONE_PARIS));
        return Schedule.PARIS;
    }

    private static ZoneId named(String name) throws NotPublishableException {
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException noSuchZone) {
            throw unknown(name);
        }
    }

    private static NotPublishableException unknown(String what) {
        return new NotPublishableException(FindingCode.ZONE_UNKNOWN, PlainText.shortened(PlainText.line(what), 40));
    }

    /** The country, if it is neither France nor one of its territories. */
    private static Optional<String> abroad(Fields fields) {
        return fields.text(COUNTRY_CODES)
                .or(() -> fields.text("country"))
                .filter(country -> !FRANCE.contains(country.strip().toUpperCase(Locale.ROOT))
                        && !TERRITORIES.containsKey(country.strip().toUpperCase(Locale.ROOT))
                        && ofDepartment(country) == null);
    }

    /** An offset is the clock of its day; a place with the same offset that day knows the other days too. */
    private static ZoneId ofOffset(Matcher found, @Nullable ZoneId ofPlace) {
        ZoneOffset offset = ZoneOffset.of(found.group(2));
        try {
            LocalDateTime local = LocalDateTime.parse(found.group(1));
            for (ZoneId zone : ofPlace == null ? List.of(Schedule.PARIS) : List.of(ofPlace, Schedule.PARIS)) {
                if (zone.getRules().getOffset(local).equals(offset)) {
                    return zone;
                }
            }
        } catch (DateTimeException noSuchDay) {
            // The slot will be found unreadable; its clock does not matter.
            return ofPlace == null ? offset : ofPlace;
        }
        return ofPlace == null || offset.equals(ZoneOffset.UTC) ? (ofPlace == null ? offset : ofPlace) : offset;
    }

    private static @Nullable ZoneId ofPlace(Fields fields) {
        Optional<String> territory = fields.text(COUNTRY_CODES)
                .map(code -> TERRITORIES.get(code.strip().toUpperCase(Locale.ROOT)));
        if (territory.isPresent()) {
            return new Department(territory.get()).zone();
        }
        for (String name : List.of(
                "department",
                "location_department",
                "location.department",
                "departement",
                "region",
                "location_region",
                "location.region",
                "country")) {
            ZoneId zone = fields.text(name).map(PlaceZone::ofDepartment).orElse(null);
            if (zone != null) {
                return zone;
            }
        }
        Optional<String> code = fields.text(
                "postalcode",
                "postal_code",
                "location_postalcode",
                "location.postalCode",
                "address_zipcode",
                "zipcode");
        ZoneId ofCode = code.map(PlaceZone::ofPostalCode).orElse(null);
        if (ofCode != null) {
            return ofCode;
        }
        Optional<String> address = fields.text("address", "location_address", "location.address");
        if (address.isPresent()) {
            Matcher digits = POSTAL_CODE.matcher(address.get());
            ZoneId zone = digits.find() ? ofPostalCode(digits.group(1)) : null;
            if (zone != null) {
                return zone;
            }
        }
        // "Saint-Denis de la Réunion", "12 rue X, Saint-Denis, La Réunion": a territory behind the town.
        for (String name : List.of("city", "location_city", "location.city", "address", "location_address")) {
            ZoneId zone = fields.text(name)
                    .map(text -> ofLastName(text, name.endsWith("city")))
                    .orElse(null);
            if (zone != null) {
                return zone;
            }
        }
        return fields.text("city", "location_city", "location.city", "address_city")
                .map(city -> TOWNS.get(Words.joined(city)))
                .or(() -> Optional.ofNullable(OverseasPoints.departmentOf(GeoPoint.of(fields))))
                .map(department -> new Department(department).zone())
                .orElse(null);
    }

    private static @Nullable ZoneId ofDepartment(String text) {
        try {
            return Departments.read(text).zone();
        } catch (NotUnderstoodException noDepartment) {
            return null;
        }
    }

    private static @Nullable ZoneId ofLastName(String text, boolean town) {
        Matcher last = BEHIND_THE_TOWN.matcher(PlainText.line(text));
        // "3 rue de la Réunion" is in Paris.
        boolean told = last.find() && (town || !last.group("behind").endsWith("de"));
        ZoneId zone = told ? ofDepartment(last.group("territory")) : null;
        return Schedule.PARIS.equals(zone) ? null : zone;
    }

    private static @Nullable ZoneId ofPostalCode(String text) {
        try {
            return Department.ofPostalCode(PostalCodes.read(text)).zone();
        } catch (NotUnderstoodException noCode) {
            return null;
        }
    }
}
