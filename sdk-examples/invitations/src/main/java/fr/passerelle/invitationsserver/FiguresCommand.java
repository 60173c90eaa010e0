package fr.passerelle.invitationsserver;

import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Version;
import fr.passerelle.invitations.InvitationsClient;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.figures.ImpactReport;
import fr.passerelle.model.invitation.figures.Quarter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code invitations figures}: the impact of some quarters, as CSV or JSON. */
@Command(name = "figures", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class FiguresCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ClientOption server = new ClientOption();

    @Option(names = "--from", paramLabel = "2026-Q1", required = true, descriptionKey = "figures.from")
    private String from = "";

    @Option(names = "--to", paramLabel = "2026-Q4", required = true, descriptionKey = "figures.to")
    private String to = "";

    @Option(names = "--json", descriptionKey = "figures.json")
    private boolean json;

    FiguresCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Quarter first = quarter(from);
        Quarter last = quarter(to);
        try (InvitationsClient client = server.client(surroundings)) {
            ImpactReport report = client.impact().report(first, last);
            surroundings.out().print(json ? Wire.text(report) + "\n" : report.csv());
            return ExitCode.OK;
        }
    }

    private Quarter quarter(String text) {
        try {
            return Quarter.parse(text);
        } catch (IllegalArgumentException none) {
            throw FailedException.unusable(surroundings.texts().of("quarter.bad", text));
        }
    }
}
