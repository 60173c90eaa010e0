package fr.passerelle.model.invitation.figures;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.Violations;
import fr.passerelle.model.WireJson;
import fr.passerelle.model.invitation.Place;
import fr.passerelle.model.invitation.PlaceKind;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.SessionKind;
import fr.passerelle.model.invitation.SignedCode;
import fr.passerelle.model.invitation.Voucher;
import fr.passerelle.model.invitation.VoucherCode;
import fr.passerelle.model.invitation.VoucherStatus;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExemptTicketsTest {

    private static final PaidTickets SOLD =
            new PaidTickets(210, Price.euros("4500"), 100, Price.euros("2500"), 40, false, 12L, 3L);

    private static Place.Builder hall() {
        return Place.builder()
                .name("Théâtre des Célestins")
                .street("4 rue Charles Dullin")
                .postalCode("69002")
                .city("Lyon")
                .kind(PlaceKind.THEATRE)
                .capacity(680);
    }

    private static Session show(Place place) {
        return Session.builder()
                .id(UUID.fromString("11111111-2222-4333-8444-555555555555"))
                .donorId(UUID.fromString("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"))
                .ref("BG-0412")
                .title("Le Bourgeois gentilhomme")
                .kind(SessionKind.SHOW)
                .startsAt(Instant.parse("2026-11-20T19:00:00Z"))
                .place(place)
                .build();
    }

    private static List<Voucher> vouchers(int issued, int used, int given) {
        List<Voucher> vouchers = new ArrayList<>();
        for (VoucherStatus status : List.of(VoucherStatus.ISSUED, VoucherStatus.USED, VoucherStatus.VOID)) {
            int count = status.equals(VoucherStatus.ISSUED) ? issued : status.equals(VoucherStatus.USED) ? used : given;
            for (int i = 0; i < count; i++) {
                int number = vouchers.size() + 1;
                vouchers.add(new Voucher(number, VoucherCode.ofRandom(number), new SignedCode("x"), status, null));
            }
        }
        return vouchers;
    }

    @Test
    void ticketsThatWereIssuedCountUsedOrNotAndThoseGivenBackDoNot() {
        ExemptTickets tickets = ExemptTickets.of(show(hall().build())).with(Price.FREE, vouchers(5, 15, 7));

        assertThat(tickets.exempt()).isEqualTo(20);
        assertThat(tickets.quarter()).isEqualTo(new Quarter(2026, 4));
    }

    @Test
    void aSymbolicPriceIsAPaidTicket() {
        ExemptTickets tickets = ExemptTickets.of(show(hall().build()))
                .with(Price.FREE, vouchers(2, 0, 0))
                .with(Price.euros("3"), vouchers(1, 3, 1));

        assertThat(tickets.exempt()).isEqualTo(2);
        assertThat(tickets.symbolic()).isEqualTo(4);
        assertThat(tickets.receipts()).isEqualTo(Price.euros("12"));
        assertThat(tickets.declaration(SOLD).nbBilletsTotalBilletterie()).isEqualTo(216);
        assertThat(tickets.declaration(SOLD).recetteTotalBilletterie()).isEqualByComparingTo("4512");
    }

    @Test
    void twoHundredAndThirtyTicketsTwentyOfThemExempt() throws Exception {
        SibilDeclaration declaration = ExemptTickets.of(show(hall().build()))
                .with(Price.FREE, vouchers(20, 0, 0))
                .declaration(SOLD);

        assertThat(WireJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(declaration))
                .isEqualToIgnoringWhitespace("""
                        {"idExtBilletterie": "aaaaaaaa-11111111",
                         "dateHeureRepresentationUnique": "2026-11-20T20:00:00+01:00",
                         "nbRepresentations": 1,
                         "nbBilletsTotalBilletterie": 230,
                         "recetteTotalBilletterie": 4500.00,
                         "prixMoyenTotalBilletterie": 21.43,
                         "nbBilletsTarifPlein": 100,
                         "recetteTarifPlein": 2500.00,
                         "prixMoyenTarifPlein": 25.00,
                         "nbBilletsTarifAbonnementForfait": 40,
                         "nbBilletsExoneres": 20,
                         "jauge": 680,
                         "jeunePublic": false,
                         "domaineRepresentationId": 12,
                         "lieuChamps": {"nom": "Théâtre des Célestins", "adresse": "4 rue Charles Dullin",
                           "codePostal": "69002", "ville": "Lyon", "typeLieu": "THEATRE"},
                         "spectacleChamps": {"domaineSpectacleId": 3, "critere1": "Le Bourgeois gentilhomme"}}""");
    }

    @Test
    void nothingPaidIsNoDivisionByZero() {
        SibilDeclaration declaration = ExemptTickets.of(show(hall().build()))
                .with(Price.FREE, vouchers(20, 0, 0))
                .declaration(PaidTickets.none(true, 12));

        assertThat(declaration.prixMoyenTotalBilletterie()).isEqualByComparingTo("0");
        assertThat(declaration.prixMoyenTarifPlein()).isEqualByComparingTo("0");
        assertThat(declaration.nbBilletsExoneres()).isEqualTo(declaration.nbBilletsTotalBilletterie());
    }

    @Test
    void whatIsMissingIsNamedAndNotGuessed() {
        ExemptTickets tickets = ExemptTickets.of(show(
                Place.builder().name("Salle").postalCode("69002").city("Lyon").build()));
        PaidTickets unknown = new PaidTickets(1, Price.euros("5"), 0, Price.FREE, 0, null, null, null);

        assertThat(tickets.missing(unknown))
                .containsExactly(
                        "jauge", "jeunePublic", "domaineRepresentationId", "lieuChamps.adresse", "lieuChamps.typeLieu");
        assertThat(Violations.of(() -> tickets.declaration(unknown)))
                .containsExactly(
                        "jauge required",
                        "jeunePublic required",
                        "domaineRepresentationId required",
                        "lieuChamps.adresse required",
                        "lieuChamps.typeLieu required");
    }

    @Test
    void moreTicketsThanThePlaceHoldsAreRefused() {
        ExemptTickets tickets =
                ExemptTickets.of(show(hall().capacity(200).build())).with(Price.FREE, vouchers(1, 0, 0));

        assertThat(Violations.of(() -> tickets.declaration(SOLD)))
                .containsExactly("nbBilletsTotalBilletterie too_large jauge");
    }

    @Test
    void thePaidPartIsChecked() {
        assertThat(Violations.of(() -> new PaidTickets(10, Price.euros("5"), 8, Price.euros("6"), 3, null, null, null)))
                .containsExactly("fullPriceReceipts too_large 500", "subscriptionTickets too_large 2");
    }
}
