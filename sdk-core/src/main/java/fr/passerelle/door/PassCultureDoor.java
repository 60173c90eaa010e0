package fr.passerelle.door;

import fr.passerelle.door.TonightList.Listed;
import fr.passerelle.error.ForbiddenException;
import fr.passerelle.error.GoneException;
import fr.passerelle.error.NotFoundException;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.passculture.PassCultureClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The door of an event, or of a venue, on the pass Culture.
 *
 * <p><b>What the list knows.</b> The programme lists bookings without their countermarks, which come from the
 * beneficiaries (partner-api 7). So the list alone cannot say whether a countermark is good: the first scan of each
 * asks the programme, one call, and from then on the list knows it. Without a network a countermark that was never
 * asked about is left to the {@link DoorPolicy}; what the list gives then is how many are still to come, and, if the
 * venue wants it, their names.
 *
 * <p><b>Calls.</b> A refresh reads the dates, {@code ⌊dates / 50⌋ + 1} calls for an event, and the bookings of each
 * beginning of the evening, {@code ⌊bookings / 50⌋ + 1} calls. The programme does not tell what has changed since
 * (partner-api 7): each refresh reads all of it. For a venue it reads the venue's events, too, and the dates of each
 * event; of one that had no date tonight, only once.
 *
 * <p><b>Memory.</b> Bookings without anything of a person, about 150 bytes each; countermarks that were asked about;
 * with {@link #searchByName} names, which are never written to a disk and end with the process. What is kept for a
 * restart without a network are the bookings and hashes of the countermarks that were asked about by the last refresh.
 */
public final class PassCultureDoor implements DoorSource {

    /** How it is called in journals and reports. */
    public static final String NAME = "pass Culture";

    /** A date that began so long ago is still tonight's, unless told otherwise. */
    public static final Duration BEGAN = Duration.ofHours(6);
    /** A date that begins so soon is tonight's, unless told otherwise. */
    public static final Duration BEGINS = Duration.ofHours(12);

    private final PassCultureClient client;
    private final TonightReader reader;
    private final BookingUses uses;
    private final Map<Countermark, Long> asked = new ConcurrentHashMap<>();
    private volatile AskedBefore askedBefore = new AskedBefore(Map.of(), code -> new TicketKey(0, 0));
    private volatile TonightList list = TonightList.EMPTY;

    /** Countermarks that were asked about before a restart: their hashes, and the bookings that they are of. */
    private record AskedBefore(Map<TicketKey, Long> bookings, Function<String, TicketKey> hash) {

        @Nullable
        Long booking(Countermark countermark) {
            return bookings.isEmpty() ? null : bookings.get(hash.apply(countermark.value()));
        }
    }

    private PassCultureDoor(PassCultureClient client, TonightReader reader) {
        this.client = client;
        this.reader = reader;
        this.uses = new BookingUses(client.bookings(), reader.filter().build());
    }

    /**
     * The door of one event: of its dates that begin around the moment of a refresh, from {@link #BEGAN} before to
     * {@link #BEGINS} after. If it is played twice a day, say which with {@link #beginning}.
     */
    public static PassCultureDoor of(PassCultureClient passCulture, long eventId) {
        return new PassCultureDoor(passCulture, new TonightReader(passCulture, eventId, null, null, null, false));
    }

    /** The door of a venue: of all its events, for dates as {@link #of} takes them. */
    public static PassCultureDoor ofVenue(PassCultureClient passCulture, long venueId) {
        return new PassCultureDoor(passCulture, new TonightReader(passCulture, null, venueId, null, null, false));
    }

    /** The same door with an empty list, for the dates of one day. */
    public PassCultureDoor on(LocalDate day, ZoneId zone) {
        return beginning(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /**
     * The same door with an empty list, for dates that begin in this time.
     *
     * @param first the first moment
     * @param end the first moment after
     */
    public PassCultureDoor beginning(Instant first, Instant end) {
        return new PassCultureDoor(client, reader.beginning(first, end));
    }

    /** The same door with an empty list, which keeps the names of tonight's guests in memory. */
    public PassCultureDoor searchByName() {
        return new PassCultureDoor(client, reader.named());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public RefreshReport refresh(Instant now) {
        synchronized (reader) { // minutes of a large venue: who asks about a code meanwhile does not wait for it
            TonightList before = list;
            TonightList read = reader.read(before, now);
            replace(before, read);
            return read.since(before);
        }
    }

    /** What was learned while the list was read stays. */
    private synchronized void replace(TonightList before, TonightList read) {
        before.bookings().forEach(read.bookings()::putIfAbsent);
        list = read;
    }

    @Override
    public Optional<byte[]> save(Function<String, TicketKey> hash) {
        Map<TicketKey, Long> all = new HashMap<>(askedBefore.bookings());
        asked.forEach((countermark, booking) -> all.put(hash.apply(countermark.value()), booking));
        TonightList current = list;
        return Optional.of(SavedList.write(reader.scope(), out -> {
            current.save(out);
            out.writeInt(all.size());
            for (Map.Entry<TicketKey, Long> each : all.entrySet()) {
                SavedList.writeKey(out, each.getKey());
                out.writeLong(each.getValue());
            }
        }));
    }

    @Override
    public synchronized boolean restore(byte[] saved, Function<String, TicketKey> hash, Instant now) {
        Map<TicketKey, Long> before = new HashMap<>();
        List<TonightList> read = new ArrayList<>(1);
        boolean whole = SavedList.read(saved, reader.scope(), in -> {
            read.add(TonightList.restore(in, beginning -> reader.isTonight(beginning, now)));
            for (int left = in.readInt(); left > 0; left--) {
                before.put(SavedList.readKey(in), in.readLong());
            }
        });
        if (whole) {
            list = read.get(0);
            askedBefore = new AskedBefore(before, hash);
        }
        return whole;
    }

    @Override
    public int expected() {
        return list.expected();
    }

    @Override
    public Finding find(String scanned, Instant now) {
        Countermark countermark = read(scanned);
        if (countermark == null) {
            return new Finding.NotMine();
        }
        TonightList current = list;
        Long id = asked.get(countermark);
        id = id == null ? askedBefore.booking(countermark) : id;
        Listed booking = id == null ? null : current.bookings().get(id);
        return booking == null
                ? new Finding.Unlisted(countermark.value())
                : current.judge(countermark.value(), booking, now);
    }

    private static @Nullable Countermark read(String scanned) {
        try {
            return Countermark.of(scanned);
        } catch (RuleViolationException another) {
            return null;
        }
    }

    @Override
    public boolean asks() {
        return true;
    }

    @Override
    public Finding ask(String scanned, Instant now, Duration deadline) {
        Countermark countermark = read(scanned);
        if (countermark == null) {
            return new Finding.NotMine();
        }
        String identity = countermark.value();
        try {
            Booking booking = client.bookings().with(within(deadline)).byCountermark(countermark);
            asked.put(countermark, booking.id());
            return learn(identity, Listed.of(booking, reader.isNamed()), now);
        } catch (NotFoundException unknown) {
            return refused(identity, ScanResult.UNKNOWN);
        } catch (GoneException gone) {
            return refused(identity, ScanResult.USED_OR_CANCELLED);
        } catch (ForbiddenException forbidden) {
            return switch (BookingUses.refusal(forbidden)) {
                case PAID_OUT -> refused(identity, ScanResult.USED_ELSEWHERE);
                case CLOSED -> refused(identity, ScanResult.CLOSED);
                default -> refused(identity, ScanResult.TOO_EARLY);
            };
        }
    }

    private static RequestOptions within(Duration deadline) {
        return RequestOptions.builder().callTimeout(deadline).noRetry().build();
    }

    private static Finding refused(String identity, ScanResult result) {
        return new Finding.Refused(identity, result, Optional.empty(), OptionalLong.empty());
    }

    /** The programme has just shown it, so that it can be used: only the date is open, and only the list knows that. */
    private synchronized Finding learn(String identity, Listed booking, Instant now) {
        TonightList current = list;
        if (current.dates().isEmpty()) {
            return new Finding.Unlisted(identity);
        }
        Listed usable =
                new Listed(booking.id(), booking.stockId(), booking.places(), booking.status(), null, booking.name());
        current.bookings().put(usable.id(), usable);
        return current.judge(identity, usable, now);
    }

    @Override
    public boolean sends() {
        return true;
    }

    @Override
    public Settlement use(String identity, OptionalLong reference, boolean doubted, Instant at) {
        return uses.use(identity, reference, doubted);
    }

    @Override
    public Settlement keep(String identity) {
        return uses.keep(identity);
    }

    @Override
    public List<Guest> search(String name) {
        TonightList current = list;
        String wanted = Names.folded(name);
        if (!reader.isNamed() || wanted.isEmpty()) {
            return List.of();
        }
        Instant everything = Instant.MAX;
        return current.bookings().values().stream()
                .filter(booking -> current.tonight().contains(booking.stockId()))
                .filter(booking ->
                        booking.name() != null && Names.folded(booking.name()).contains(wanted))
                .map(booking -> guest(current, booking, everything))
                .sorted(Comparator.comparing(Guest::name).thenComparing(Guest::reference))
                .toList();
    }

    private static Guest guest(TonightList list, Listed booking, Instant at) {
        Finding finding = list.judge("", booking, at);
        return new Guest(
                Objects.requireNonNullElse(booking.name(), ""),
                booking.places(),
                finding instanceof Finding.Refused refused ? Optional.of(refused.result()) : Optional.empty(),
                booking.id());
    }

    /** How much it knows, and nothing of whom. */
    @Override
    public String toString() {
        return "PassCultureDoor[" + list.bookings().size() + " bookings]";
    }
}
