package fr.passerelle.season.readme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.door.Door;
import fr.passerelle.door.DoorJournal;
import fr.passerelle.door.DoorSyncReport;
import fr.passerelle.door.PassCultureDoor;
import fr.passerelle.door.Scan;
import fr.passerelle.door.VendorTickets;
import fr.passerelle.door.VendorTickets.VendorTicket;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippet of docs/door.md. */
class DoorSnippetsTest extends VendorSnippets {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void admits(Sandbox sandbox, @TempDir Path folder) {
        asVendorOf(sandbox);
        Path file = folder.resolve("evening.door");
        byte[] secret = new byte[Door.MIN_SECRET];
        List<VendorTicket> tickets = List.of();
        LocalDate tonight = LocalDate.ofInstant(opening, PARIS);
        try (PassCultureClient passCulture = client()) {
            Event visit = passCulture.events().create(visit(false));
            long date = passCulture
                    .events()
                    .dates(visit.id())
                    .create(DateDraft.at(opening)
                            .price(visit.priceCategory("Entrée"))
                            .capacity(Capacity.of(20)))
                    .get(0)
                    .id();
            String countermark = sandbox.countermark(sandbox.beneficiary(30_000).book(date, 1));
            sandbox.clock().set(opening.minus(Duration.ofMinutes(30)));
            // snippet: admitting
            Door door = Door.builder()
                    .journal(DoorJournal.file(file)) // or new JdbcDoorJournal(dataSource, "2026-03-12 hall 1")
                    .secret(secret) // 32 random bytes, kept elsewhere; the same for all doors of a journal
                    .source(PassCultureDoor.of(passCulture, visit.id()).on(tonight, PARIS))
                    .source(VendorTickets.of(() -> tickets)) // your own barcodes
                    .build();

            door.refresh(); // while there is a network, and every few minutes
            Scan scan = door.scan(countermark); // written down before it is green
            show(scan.result() + ": " + scan.sentence(Locale.ENGLISH));

            DoorSyncReport report = door.sync(); // from a timer: who came in, and what the programme does not agree to
            report.conflicts().forEach(conflict -> show(conflict.settlement() + " " + conflict.reference()));
            // end

            assertThat(shown).containsExactly("ADMITTED: Let them in.");
            assertThat(report.used()).isOne();
            door.close();
        }
    }
}
