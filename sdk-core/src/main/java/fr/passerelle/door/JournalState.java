package fr.passerelle.door;

import fr.passerelle.door.DoorJournal.Entry;
import fr.passerelle.door.DoorJournal.Mark;
import fr.passerelle.door.DoorJournal.Ruling;
import fr.passerelle.door.DoorJournal.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is in, as the records of a journal say it. Not safe for use by several threads. */
final class JournalState {

    private final class Ticket {
        final List<Entry> all = new ArrayList<>(1);
        Mark mark;
        OptionalLong reference = OptionalLong.empty();

        Ticket(Entry first) {
            mark = first.sealedCode().length == 0 ? Mark.NONE : Mark.TO_SEND;
        }

        int heads() {
            int heads = 0;
            for (Entry entry : all) {
                heads += undone.contains(entry.nonce()) ? 0 : entry.heads();
            }
            return heads;
        }

        int places(Entry another) {
            int places = another.places();
            for (Entry entry : all) {
                places = Math.max(places, entry.places());
            }
            return places;
        }

        Standing standing() {
            Entry last = all.get(all.size() - 1);
            for (Entry entry : all) {
                last = undone.contains(entry.nonce()) ? last : entry;
            }
            return new Standing(last, heads(), mark, reference);
        }
    }

    private final Map<TicketKey, Ticket> tickets = new HashMap<>();
    private final Map<UUID, Entry> entries = new HashMap<>();
    private final Set<UUID> undone = new HashSet<>();
    private int headsIn;

    /** Why an entry cannot be added; empty if it can. Changes nothing. */
    Optional<Ruling> refusal(Entry entry) {
        Entry before = entries.get(entry.nonce());
        if (before != null) {
            return Optional.of(new Ruling.Repeated(
                    standing(before.ticket()).orElseThrow(), before, undone.contains(entry.nonce())));
        }
        Ticket ticket = tickets.get(entry.ticket());
        return ticket != null && ticket.heads() + entry.heads() > ticket.places(entry)
                ? Optional.of(new Ruling.Full(ticket.standing()))
                : Optional.empty();
    }

    /** Lets people in. A nonce that is known changes nothing. */
    void add(Entry entry) {
        if (entries.putIfAbsent(entry.nonce(), entry) != null) {
            return;
        }
        Ticket ticket = tickets.computeIfAbsent(entry.ticket(), first -> new Ticket(entry));
        ticket.all.add(entry);
        if (ticket.reference.isEmpty()) {
            ticket.reference = entry.reference();
        }
        headsIn += entry.heads();
    }

    /** As if the latest admission had never been: it could not be written down. */
    void remove(Entry entry) {
        entries.remove(entry.nonce());
        Ticket ticket = tickets.get(entry.ticket());
        if (ticket != null && ticket.all.remove(entry)) {
            headsIn -= entry.heads();
            if (ticket.all.isEmpty()) {
                tickets.remove(entry.ticket());
            }
        }
    }

    boolean isIn(UUID nonce) {
        return entries.containsKey(nonce) && !undone.contains(nonce);
    }

    void undo(UUID nonce) {
        Entry entry = entries.get(nonce);
        if (entry != null && undone.add(nonce)) {
            headsIn -= entry.heads();
        }
    }

    void redo(UUID nonce) {
        Entry entry = entries.get(nonce);
        if (entry != null && undone.remove(nonce)) {
            headsIn += entry.heads();
        }
    }

    /** Sets what the programme knows; the mark of before, or null if the ticket is not known. */
    @Nullable
    Mark mark(TicketKey key, Mark mark, OptionalLong reference) {
        Ticket ticket = tickets.get(key);
        if (ticket == null) {
            return null;
        }
        Mark before = ticket.mark;
        ticket.mark = mark;
        if (reference.isPresent()) {
            ticket.reference = reference;
        }
        return before;
    }

    Optional<Standing> standing(TicketKey key) {
        return Optional.ofNullable(tickets.get(key)).map(Ticket::standing);
    }

    Optional<Entry> entry(UUID nonce) {
        return Optional.ofNullable(entries.get(nonce));
    }

    List<Standing> unsettled() {
        return tickets.values().stream()
                .map(Ticket::standing)
                .filter(Standing::unsettled)
                .sorted(Comparator.comparing(
                        (Standing standing) -> standing.last().at()))
                .toList();
    }

    int headsIn() {
        return headsIn;
    }
}
