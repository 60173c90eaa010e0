package fr.passerelle.commandline.vendor;

import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.error.NotFoundException;
import fr.passerelle.http.Environment;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Siret;
import fr.passerelle.model.venue.Venue;
import fr.passerelle.passculture.PassCultureClient;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The programme to call, and who calls: the options of every command that works for a vendor. A picocli mixin. */
public final class VendorOptions {

    @Option(names = "--base-url", required = true, paramLabel = "URL", descriptionKey = "base-url")
    private String baseUrl = "";

    @Option(names = "--siret", required = true, paramLabel = "SIRET", descriptionKey = "siret")
    private String siret = "";

    @Option(names = "--api-key-file", paramLabel = "FILE", descriptionKey = "api-key-file")
    private @Nullable Path apiKeyFile;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    private final Surroundings surroundings;

    /** Nothing is given yet; picocli fills the options. */
    public VendorOptions(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Checks what is given, before anything is read or sent.
     *
     * @throws ParameterException if the venue's number or the programme's URL is none
     */
    public void check() {
        siret();
        environment();
    }

    /**
     * The number of the venue that sells.
     *
     * @throws ParameterException if it is none
     */
    public Siret siret() {
        try {
            return Siret.of(siret);
        } catch (RuleViolationException broken) {
            throw usage("siret.bad", broken.message(surroundings.texts().locale()));
        }
    }

    /**
     * The programme.
     *
     * @throws ParameterException if its URL is none
     */
    public Environment environment() {
        try {
            return Environment.of(baseUrl);
        } catch (IllegalArgumentException noUrl) {
            throw usage("base-url.bad", baseUrl);
        }
    }

    /**
     * The key, if there is one.
     *
     * @param needed whether there must be one
     * @throws FailedException if there must be one and is none, or it stands in a file that cannot be read
     */
    public Optional<String> apiKey(boolean needed) {
        Optional<String> apiKey = new ApiKey(surroundings).read(apiKeyFile);
        if (needed && apiKey.isEmpty()) {
            throw new FailedException(surroundings.texts().of("key.missing", ApiKey.VARIABLE));
        }
        return apiKey;
    }

    /**
     * A client of the programme, to be closed by the caller.
     *
     * @param name of the calling programme, for the server's journal
     * @param more what else the client should be like
     * @throws FailedException if the key cannot be sent
     */
    public PassCultureClient client(String apiKey, String name, UnaryOperator<PassCultureClient.Builder> more) {
        try {
            return more.apply(PassCultureClient.builder()
                            .apiKey(apiKey)
                            .environment(environment())
                            .clock(surroundings.clock())
                            .userAgentSuffix(name))
                    .build();
        } catch (IllegalArgumentException unusable) {
            throw new FailedException(surroundings.texts().of("key.unusable"));
        }
    }

    /**
     * The venue that sells.
     *
     * @throws FailedException if the key may not sell for it
     */
    public Venue venue(PassCultureClient client) {
        try {
            return client.venues().bySiret(siret());
        } catch (NotFoundException unknown) {
            throw new FailedException(surroundings.texts().of("siret.unknown", siret().value()));
        }
    }

    private ParameterException usage(String key, Object detail) {
        return new ParameterException(
                command.commandLine(), surroundings.texts().of(key, detail));
    }
}
