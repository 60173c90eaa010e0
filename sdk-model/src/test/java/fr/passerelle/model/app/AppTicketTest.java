package fr.passerelle.model.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.app.AppTicket.ExternalBooking;
import fr.passerelle.model.app.AppTicket.Seat;
import fr.passerelle.model.app.AppTicket.Token;
import fr.passerelle.model.value.Countermark;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AppTicketTest {

    @Test
    void holdsTheCountermark() {
        assertThat(ticket(new Token("KNR237"), null).countermark()).isEqualTo(Countermark.of("KNR237"));
    }

    @Test
    void whatIsNoCountermarkCanStillBeRead() {
        AppTicket ticket = ticket(new Token("a longer kind of token"), null);

        assertThat(ticket.countermark()).isNull();
        assertThat(ticket.token()).isEqualTo(new Token("a longer kind of token"));
    }

    @Test
    void itsSeatsDoNotChange() {
        List<Seat> seats = new ArrayList<>(List.of(new Seat("B-1", "C 12")));
        AppTicket ticket = ticket(null, new ExternalBooking(seats));

        seats.clear();

        assertThat(ticket.seats()).containsExactly(new Seat("B-1", "C 12"));
    }

    private static AppTicket ticket(@Nullable Token token, @Nullable ExternalBooking external) {
        return new AppTicket(TicketDisplay.QR_CODE, token, null, external);
    }
}
