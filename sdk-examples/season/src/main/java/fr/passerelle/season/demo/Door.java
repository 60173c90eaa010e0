package fr.passerelle.season.demo;

import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.Texts;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.passculture.Admission;
import fr.passerelle.passculture.PassCultureClient;
import java.util.List;
import java.util.Optional;

/**
 * Lets people in: by countermark through the programme, by barcode where the vendor issued the tickets itself. Says
 * what happens without showing what lets people in.
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

    /** The holder shows whatever the telephone shows. Tells whether everybody was let in. */
    boolean scan(Ticketed holder) {
        Optional<Countermark> countermark = holder.countermark();
        if (countermark.isPresent()) {
            return scanCountermark(holder, countermark.get());
        }
        boolean admitted = !holder.barcodes().isEmpty();
        for (String barcode : holder.barcodes()) {
            admitted &= scanBarcode(holder, barcode);
        }
        return admitted;
    }

    /**
     * Someone at the door.
     *
     * @param firstName of the beneficiary
     * @param title of the event
     * @param places of the booking
     * @param countermark if the programme admits
     * @param barcodes if the vendor does
     */
    record Ticketed(
            String firstName, String title, int places, Optional<Countermark> countermark, List<String> barcodes) {}

    private boolean scanCountermark(Ticketed holder, Countermark countermark) {
        Admission admission = client.bookings().admit(countermark);
        if (!admission.admitted()) {
            return refuse(holder, texts.of("door.countermark", admission.outcome()));
        }
        say('+', holder, texts.of("door.countermark", texts.count("person", holder.places())));
        return true;
    }

    private boolean scanBarcode(Ticketed holder, String barcode) {
        return switch (seats.scan(barcode)) {
            case ADMITTED -> {
                admittedByBarcode++;
                say('+', holder, texts.of("door.barcode"));
                yield true;
            }
            case ALREADY_IN -> refuse(holder, texts.of("door.already-in"));
            case VOID -> refuse(holder, texts.of("door.void"));
        };
    }

    private boolean refuse(Ticketed holder, String reason) {
        refusals++;
        say('-', holder, reason);
        return false;
    }

    private void say(char mark, Ticketed holder, String text) {
        console.item(mark, holder.firstName() + " · " + holder.title(), text);
    }
}
