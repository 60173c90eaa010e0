package fr.passerelle.season.agenda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.Location;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Turns the records of one agenda, one after the other, into what can be published and what cannot. */
public final class ListingReader {

    private static final int DESCRIPTION_LIMIT = 10_000;
    private static final int SHOWN_TITLE_LIMIT = 60;

    private static final Pattern POSTAL_CODE = Pattern.compile("(?<![0-9])[0-9]{5}(?![0-9])");

    private final Schedule schedule;
    private final PriceList prices;
    private final Set<String> seen = new HashSet<>();
    private int position;

    /** A reader for one agenda: it notices records that come twice. */
    public ListingReader(Schedule schedule) {
        this(schedule, PriceList.NONE);
    }

    /** The same for an agenda whose prices stand beside it. */
    public ListingReader(Schedule schedule, PriceList prices) {
        this.schedule = schedule;
        this.prices = prices;
    }

    /** What becomes of the next record. Never throws: whatever cannot be understood is a refusal. */
    public AgendaEntry read(JsonNode entry) {
        position++;
        Fields fields = new Fields(entry);
        if (DataTourisme.isOne(entry)) {
            try {
                fields = new Fields(DataTourisme.record(entry));
            } catch (NotPublishableException noEvent) {
                return refused(
                        null, Linked.text(entry, "label").map(PlainText::line).orElse(""), noEvent);
            }
        }
        String title = fields.translated("title").map(PlainText::line).orElse("");
        String id = null;
        try {
            if (!entry.isObject()) {
                throw new NotPublishableException(FindingCode.RECORD_NOT_AN_OBJECT);
            }
            id = id(fields);
            return listing(fields, id, title);
        } catch (NotPublishableException refused) {
            return refused(id, title, refused);
        }
    }

    private Refusal refused(@Nullable String id, String title, NotPublishableException why) {
        String shown = title.isEmpty() ? "#" + position : title;
        return new Refusal(id, PlainText.shortened(shown, SHOWN_TITLE_LIMIT), why.reason());
    }

    private Listing listing(Fields fields, String id, String title) throws NotPublishableException {
        List<Finding> notes = new ArrayList<>();
        if (title.isEmpty()) {
            throw new NotPublishableException(FindingCode.TITLE_MISSING);
        }
        boolean online = Standing.isOnline(fields, title);
        String name = PlainText.shortened(title, EventDraft.MAX_NAME);
        if (!name.equals(title)) {
            notes.add(Finding.of(FindingCode.TITLE_SHORTENED, EventDraft.MAX_NAME));
        }
        String timetable = fields.text("timetable", "timings", "occurrences")
                .or(() -> fields.json("timings", "timetable"))
                .filter(text -> !text.strip().equals("[]"))
                .orElseThrow(() -> new NotPublishableException(FindingCode.DATES_MISSING));
        ZoneId zone = PlaceZone.of(fields, timetable, notes);
        List<Performance> performances = schedule.performances(Timetable.read(timetable, zone, notes), zone, notes);
        Place place = place(fields);
        String url = online ? link(fields) : null;
        CategoryChoice category = category(fields, title, notes);
        if (url != null) {
            category = Categories.online(category, title).orElse(null);
            if (category == null) {
                throw new NotPublishableException(FindingCode.ONLINE_NOT_SOLD);
            }
            notes.add(Finding.of(FindingCode.ONLINE, url));
        }
        Listing listing = new Listing(
                id,
                name,
                description(fields, title, name, place, notes),
                place,
                performances,
                duration(performances, notes),
                RecordPrices.of(fields, prices.price(id, title), notes),
                category,
                AccessCodes.of(fields, notes),
                url,
                zone,
                GeoPoint.of(fields),
                postalCode(fields, place),
                Picture.of(fields, notes),
                notes);
        requireCulture(fields, title);
        return listing;
    }

    private static String postalCode(Fields fields, Place place) {
        String text = fields.text(
                        "postalcode",
                        "postal_code",
                        "location_postalcode",
                        "location.postalCode",
                        "address_zipcode",
                        "zipcode")
                .orElse(place.address());
        Matcher code = POSTAL_CODE.matcher(text);
        return code.find() ? code.group() : "";
    }

    private static String link(Fields fields) throws NotPublishableException {
        return fields.text("onlineaccesslink", "onlineAccessLink", "online_access_link")
                .map(PlainText::line)
                .filter(ListingReader::isWebAddress)
                .orElseThrow(() -> new NotPublishableException(FindingCode.ONLINE_NO_LINK));
    }

    private static boolean isWebAddress(String text) {
        return text.matches("https?://[^\\s\"<>]+") && text.length() <= Location.MAX_URL;
    }

    private String id(Fields fields) throws NotPublishableException {
        String id = fields.text("uid", "recordid", "id", "event_id", "slug")
                .map(PlainText::line)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new NotPublishableException(FindingCode.ID_MISSING));
        if (!seen.add(id)) {
            throw new NotPublishableException(FindingCode.ID_REPEATED, PlainText.shortened(id, SHOWN_TITLE_LIMIT));
        }
        return id;
    }

    private static Place place(Fields fields) {
        return new Place(
                fields.text("placename", "location_name", "address_name", "location.name")
                        .map(PlainText::line)
                        .orElse(""),
                fields.text("address", "location_address", "address_street", "location.address")
                        .map(PlainText::line)
                        .orElse(""),
                fields.text("city", "location_city", "address_city", "location.city")
                        .map(PlainText::line)
                        .orElse(""));
    }

    private static String description(Fields fields, String title, String name, Place place, List<Finding> notes) {
        String text = Stream.of(
                        Optional.of(title).filter(full -> !full.equals(name)),
                        fields.translated("description").or(() -> fields.text("lead_text")),
                        fields.text("free_text")
                                .or(() -> fields.translated("longdescription"))
                                .or(() -> fields.text("longDescription")))
                .flatMap(Optional::stream)
                .map(PlainText::paragraphs)
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n\n"));
        String end = Stream.of(
                        place.line(),
                        age(fields),
                        registration(fields),
                        fields.text("link", "canonicalurl", "url")
                                .map(PlainText::line)
                                .orElse(""))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        // The place and the link are worth more than the last sentences.
        String ending = PlainText.shortened(end, DESCRIPTION_LIMIT / 4);
        String beginning = PlainText.shortened(text, DESCRIPTION_LIMIT - ending.length() - 2);
        if (!beginning.equals(text) || !ending.equals(end)) {
            notes.add(Finding.of(FindingCode.DESCRIPTION_SHORTENED, DESCRIPTION_LIMIT));
        }
        return (beginning + "\n\n" + ending).strip();
    }

    /** For which ages, as the record numbers them; empty if it does not. */
    private static String age(Fields fields) {
        String from = fields.text("age_min", "age.min").map(PlainText::line).orElse("");
        String to = fields.text("age_max", "age.max").map(PlainText::line).orElse("");
        boolean numbers = (from + to).matches("[0-9]{1,4}") && from.length() <= 2 && to.length() <= 3;
        if (!numbers) {
            return "";
        }
        if (to.isEmpty()) {
            return "À partir de " + from + " ans";
        }
        return from.isEmpty() ? "Jusqu’à " + to + " ans" : "De " + from + " à " + to + " ans";
    }

    /** Where to register, if the record has a page for it. */
    private static String registration(Fields fields) {
        Optional<JsonNode> value = fields.value("registration");
        JsonNode list = value.filter(JsonNode::isTextual)
                .flatMap(text -> Coded.inside(text.asText()))
                .or(() -> value)
                .orElse(MissingNode.getInstance());
        return Stream.concat(StreamSupport.stream(list.spliterator(), false), Stream.of(list))
                .map(item -> item.isObject() ? item.path("value").asText("") : item.asText(""))
                .map(String::strip)
                .filter(ListingReader::isWebAddress)
                .findFirst()
                .map(url -> "Réservation : " + url)
                .orElse("");
    }

    private static @Nullable Integer duration(List<Performance> performances, List<Finding> notes) {
        Set<Duration> durations = performances.stream()
                .flatMap(performance -> Stream.ofNullable(performance.duration()))
                .collect(Collectors.toSet());
        if (durations.size() > 1) {
            notes.add(Finding.of(FindingCode.DURATIONS_DIFFER, durations.size()));
        }
        if (durations.size() != 1) {
            return null;
        }
        long minutes = durations.iterator().next().toMinutes();
        if (minutes >= Duration.ofDays(1).toMinutes()) {
            notes.add(Finding.of(FindingCode.DURATION_TOO_LONG, minutes / 60));
            return null;
        }
        return (int) minutes;
    }

    private static CategoryChoice category(Fields fields, String title, List<Finding> notes) {
        List<String> texts = new ArrayList<>(List.of(title));
        texts.addAll(tags(fields));
        texts.addAll(summary(fields));
        return Categories.of(texts).orElseGet(() -> {
            notes.add(Finding.of(FindingCode.CATEGORY_DEFAULT));
            return Categories.byDefault();
        });
    }

    /** Asked last: of what is refused anyway, the reason is what is wrong with its price or its dates. */
    private static void requireCulture(Fields fields, String title) throws NotPublishableException {
        List<String> about = new ArrayList<>(summary(fields));
        about.addAll(lines(fields.translated("longdescription")));
        Optional<String> other = Categories.notCulture(PlainText.line(title), tags(fields), about);
        if (other.isPresent()) {
            throw new NotPublishableException(FindingCode.CATEGORY_NOT_CULTURE, other.get());
        }
    }

    private static List<String> tags(Fields fields) {
        return lines(fields.text("tags", "keywords_fr", "keywords", "category", "keywords_en"));
    }

    private static List<String> summary(Fields fields) {
        return lines(fields.translated("description").or(() -> fields.text("lead_text")));
    }

    private static List<String> lines(Optional<String> text) {
        return text.map(PlainText::line).stream().toList();
    }
}
