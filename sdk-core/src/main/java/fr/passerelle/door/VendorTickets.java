package fr.passerelle.door;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tickets of the vendor's own, with barcodes of the vendor's own: also those that a ticketing desk has issued for a
 * programme. The list is complete, so that no network is needed; no programme is told who came in.
 */
public final class VendorTickets implements DoorSource {

    /** How it is called in journals and reports. */
    public static final String NAME = "vendor";

    private static final int LONGEST_BARCODE = 100;

    /** What a ticket is worth tonight. */
    public enum Validity {
        /** It lets in. */
        TONIGHT,
        /** It is for another date. */
        ANOTHER_DATE,
        /** It was cancelled, or sold and taken back. */
        CANCELLED
    }

    /**
     * A ticket.
     *
     * @param barcode what is read at the door, blanks around it aside; 1 to 100 characters
     * @param validity what it is worth tonight
     * @param places how many people it is for, at most {@value DoorJournal.Entry#MOST}
     */
    public record VendorTicket(String barcode, Validity validity, int places) {

        /**
         * A ticket.
         *
         * @throws IllegalArgumentException if the barcode is blank or longer than 100 characters, or places are not 1
         *     to {@value DoorJournal.Entry#MOST}
         */
        public VendorTicket {
            if (barcode.isBlank() || barcode.length() > LONGEST_BARCODE) {
                throw new IllegalArgumentException("barcode: 1 to " + LONGEST_BARCODE + " characters");
            }
            if (places < 1 || places > DoorJournal.Entry.MOST) {
                throw new IllegalArgumentException("places: 1 to " + DoorJournal.Entry.MOST + ", not " + places);
            }
            Objects.requireNonNull(validity, "validity");
        }

        /** A ticket of tonight for one person. */
        public static VendorTicket tonight(String barcode) {
            return new VendorTicket(barcode, Validity.TONIGHT, 1);
        }

        /** The same ticket, cancelled. */
        public VendorTicket cancelled() {
            return new VendorTicket(barcode, Validity.CANCELLED, places);
        }

        /** Without the barcode: who has it gets in. */
        @Override
        public String toString() {
            return "VendorTicket[" + validity + ", places=" + places + "]";
        }
    }

    private static final String SCOPE = "vendor 1";

    /** What a ticket is worth, without its barcode. */
    private record Worth(Validity validity, int places) {}

    /** The list of before a restart, by hashes of barcodes. */
    private record Before(Map<TicketKey, Worth> tickets, Function<String, TicketKey> hash) {}

    private final Supplier<? extends Collection<VendorTicket>> list;
    private volatile Map<String, Worth> tickets = Map.of();
    private volatile @Nullable Before before;
    private volatile boolean read;

    private VendorTickets(Supplier<? extends Collection<VendorTicket>> list) {
        this.list = Objects.requireNonNull(list, "list");
    }

    /**
     * Tickets of a list.
     *
     * @param list gives all of them, at each refresh; what it throws, {@link Door#refresh} throws
     */
    public static VendorTickets of(Supplier<? extends Collection<VendorTicket>> list) {
        return new VendorTickets(list);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized RefreshReport refresh(Instant now) {
        Before restored = before;
        Map<String, Worth> after = new HashMap<>();
        int added = 0;
        int cancelled = 0;
        int moved = 0;
        for (VendorTicket ticket : list.get()) {
            String barcode = ticket.barcode().strip();
            Worth old = worth(restored, barcode);
            after.put(barcode, new Worth(ticket.validity(), ticket.places()));
            boolean changed = old != null && old.validity() != ticket.validity();
            added += old == null ? 1 : 0;
            cancelled += changed && ticket.validity() == Validity.CANCELLED ? 1 : 0;
            moved += changed && ticket.validity() == Validity.ANOTHER_DATE ? 1 : 0;
        }
        tickets = after;
        before = null;
        read = true;
        return new RefreshReport(after.size(), added, cancelled, 0, moved);
    }

    private @Nullable Worth worth(@Nullable Before restored, String barcode) {
        return restored == null
                ? tickets.get(barcode)
                : restored.tickets().get(restored.hash().apply(barcode));
    }

    @Override
    public Optional<byte[]> save(Function<String, TicketKey> hash) {
        Map<String, Worth> current = tickets;
        return Optional.of(SavedList.write(SCOPE, out -> {
            out.writeInt(current.size());
            for (Map.Entry<String, Worth> ticket : current.entrySet()) {
                SavedList.writeKey(out, hash.apply(ticket.getKey()));
                out.writeUTF(ticket.getValue().validity().name());
                out.writeByte(ticket.getValue().places());
            }
        }));
    }

    @Override
    public synchronized boolean restore(byte[] saved, Function<String, TicketKey> hash, Instant now) {
        Map<TicketKey, Worth> restored = new HashMap<>();
        boolean whole = SavedList.read(saved, SCOPE, in -> {
            for (int left = in.readInt(); left > 0; left--) {
                restored.put(SavedList.readKey(in), new Worth(Validity.valueOf(in.readUTF()), in.readByte()));
            }
        });
        if (whole) {
            before = new Before(restored, hash);
            read = true;
        }
        return whole;
    }

    @Override
    public int expected() {
        Before restored = before;
        return (restored == null ? tickets.values() : restored.tickets().values())
                .stream()
                        .filter(ticket -> ticket.validity() == Validity.TONIGHT)
                        .mapToInt(Worth::places)
                        .sum();
    }

    @Override
    public Finding find(String scanned, Instant now) {
        String barcode = scanned.strip();
        if (barcode.isEmpty() || barcode.length() > LONGEST_BARCODE) {
            return new Finding.NotMine();
        }
        Worth ticket = worth(before, barcode);
        if (ticket == null) {
            return read ? refused(barcode, ScanResult.UNKNOWN) : new Finding.Unlisted(barcode);
        }
        return switch (ticket.validity()) {
            case TONIGHT -> new Finding.Good(barcode, ticket.places(), OptionalLong.empty());
            case ANOTHER_DATE -> refused(barcode, ScanResult.NOT_TONIGHT);
            case CANCELLED -> refused(barcode, ScanResult.CANCELLED);
        };
    }

    private static Finding refused(String barcode, ScanResult result) {
        return new Finding.Refused(barcode, result, Optional.empty(), OptionalLong.empty());
    }

    /** How many, and none of them. */
    @Override
    public String toString() {
        return "VendorTickets[" + tickets.size() + "]";
    }
}
