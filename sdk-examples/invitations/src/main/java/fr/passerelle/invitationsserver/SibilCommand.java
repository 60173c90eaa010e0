package fr.passerelle.invitationsserver;

import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Version;
import fr.passerelle.invitations.InvitationsClient;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.figures.ExemptTickets;
import fr.passerelle.model.invitation.figures.PaidTickets;
import fr.passerelle.model.value.Price;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code invitations sibil}: the declaration of one performance, donated tickets included, in its field names. */
@Command(name = "sibil", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class SibilCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ClientOption server = new ClientOption();

    @Parameters(index = "0", paramLabel = "SESSION", descriptionKey = "sibil.session")
    private UUID session = new UUID(0, 0);

    @Option(names = "--tickets", paramLabel = "N", defaultValue = "0", descriptionKey = "sibil.tickets")
    private int tickets;

    @Option(names = "--receipts", paramLabel = "EUROS", defaultValue = "0", descriptionKey = "sibil.receipts")
    private String receipts = "0";

    @Option(names = "--full-price-tickets", paramLabel = "N", defaultValue = "0", descriptionKey = "sibil.full")
    private int fullPriceTickets;

    @Option(
            names = "--full-price-receipts",
            paramLabel = "EUROS",
            defaultValue = "0",
            descriptionKey = "sibil.fullreceipts")
    private String fullPriceReceipts = "0";

    @Option(
            names = "--subscription-tickets",
            paramLabel = "N",
            defaultValue = "0",
            descriptionKey = "sibil.subscription")
    private int subscriptionTickets;

    @Option(names = "--young-public", negatable = true, descriptionKey = "sibil.young")
    private boolean youngPublic;

    @Option(names = "--domain", paramLabel = "ID", required = true, descriptionKey = "sibil.domain")
    private long domain;

    SibilCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PaidTickets paid = new PaidTickets(
                tickets,
                Price.euros(receipts),
                fullPriceTickets,
                Price.euros(fullPriceReceipts),
                subscriptionTickets,
                youngPublic,
                domain,
                null);
        try (InvitationsClient client = server.client(surroundings)) {
            ExemptTickets exempt = client.sessions().exempt(session);
            List<String> missing = exempt.missing(paid);
            if (!missing.isEmpty()) {
                throw new FailedException(surroundings.texts().of("sibil.missing", String.join(", ", missing)));
            }
            surroundings.out().println(Wire.text(exempt.declaration(paid)));
            return ExitCode.OK;
        }
    }
}
