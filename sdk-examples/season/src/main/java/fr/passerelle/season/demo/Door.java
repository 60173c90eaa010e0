package fr.passerelle.season.demo;

import fr.passerelle.client.PassCultureClient;
import fr.passerelle.client.error.ForbiddenException;
import fr.passerelle.client.error.GoneException;
import fr.passerelle.client.error.NotFoundException;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.season.report.Console;
import fr.passerelle.season.report.Texts;
import java.util.List;
import java.util.Optional;

/**
 * Lets people in: by countermark through the programme, by barcode where the vendor issued the tickets itself. Says what
 * happens without showing what lets people in.
 */
final class Door {

    private final PassCultureClient client;
    private final SeatLedger seats;
    private final Console console;
    private final Texts texts;
    private int admittedByBarcode;
    private int refusals;

    Door(PassCultureClient client, SeatLedger seats, Console console, Texts texts) {
        this.client = client;
        this.seats = seats;
        this.console = console;
        this.texts = texts;
    }

    /** People let in by barcode. */
    int admittedByBarcode() {
        return admittedByBarcode;
    }

    /** Scans that were refused. */
    int refusals() {
        return refusals;
    }

    /** The holder shows whatever the telephone shows. */
    void scan(Ticketed holder) {
        Optional<String> countermark = holder.countermark();
        if (countermark.isPresent()) {
            scanCountermark(holder, Countermark.of(countermark.get()));
        } else {
            holder.barcodes().forEach(barcode -> scanBarcode(holder, barcode));
        }
    }

    /**
     * Someone at the door.
     *
     * @param firstName of the visitor
     * @param title of the event
     * @param places of the booking
     * @param countermark if the programme admits
     * @param barcodes if the vendor does
     */
    record Ticketed(
            String firstName, String title, int places, Optional<String> countermark, List<String> barcodes) {}

    private void scanCountermark(Ticketed holder, Countermark countermark) {
        try {
            client.bookings().use(countermark);
            say('+', holder, texts.of("door.countermark", texts.count("person", holder.places())));
        } catch (GoneException usedOrCancelled) {
            refuse(holder, "door.gone");
        } catch (ForbiddenException tooEarly) {
            refuse(holder, "door.too-early");
        } catch (NotFoundException unknown) {
            refuse(holder, "door.unknown");
        }
    }

    private void scanBarcode(Ticketed holder, String barcode) {
        switch (seats.scan(barcode)) {
            case ADMITTED -> {
                admittedByBarcode++;
                say('+', holder, texts.of("door.barcode"));
            }
            case ALREADY_IN -> refuse(holder, "door.already-in");
            case VOID -> refuse(holder, "door.void");
        }
    }

    private void refuse(Ticketed holder, String key) {
        refusals++;
        say('-', holder, texts.of(key));
    }

    private void say(char mark, Ticketed holder, String text) {
        console.item(mark, holder.firstName() + " · " + holder.title(), text);
    }
}
