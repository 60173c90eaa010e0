package fr.passerelle.boxoffice.door;

import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.file.OutputFile;
import fr.passerelle.commandline.vendor.VendorOptions;
import fr.passerelle.error.DeadlineException;
import fr.passerelle.error.ServerException;
import fr.passerelle.error.TransportException;
import fr.passerelle.passculture.PassCultureClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The programme's number of a venue, kept beside the journal: a restart without a network cannot ask for it. */
final class KnownVenue {

    private static final Pattern LINE = Pattern.compile("([0-9]{14}) ([0-9]{1,18})\n");

    private final Surroundings surroundings;
    private final VendorOptions vendor;
    private final Path file;

    KnownVenue(Surroundings surroundings, VendorOptions vendor, Path journal) {
        this.surroundings = surroundings;
        this.vendor = vendor;
        this.file = journal.resolveSibling(journal.getFileName() + ".venue");
    }

    /** Asked for, or if the programme cannot be reached the one of the last start for the same SIRET. */
    long id(PassCultureClient client) {
        String siret = vendor.siret().value();
        try {
            long id = vendor.venue(client).id();
            keep(siret + " " + id + "\n");
            return id;
        } catch (TransportException | DeadlineException | ServerException unreachable) {
            return known(siret).orElseThrow(() -> unreachable);
        }
    }

    /** The door opens without it, too: nothing but a restart without a network needs it. */
    private void keep(String line) {
        try (OutputFile out = OutputFile.begin(file, true, List.of())) {
            out.writer().write(line);
            out.finish();
        } catch (IOException notKept) {
            surroundings.console().line(surroundings.texts().of("door.venue", file));
        }
    }

    private OptionalLong known(String siret) {
        try {
            Matcher line = LINE.matcher(Files.readString(file));
            boolean same = line.matches() && line.group(1).equals(siret);
            return same ? OptionalLong.of(Long.parseLong(line.group(2))) : OptionalLong.empty();
        } catch (IOException none) {
            return OptionalLong.empty();
        }
    }
}
