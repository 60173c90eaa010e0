package fr.passerelle.boxoffice.door;

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

/** The programme's number of a venue, kept beside the journal: a restart without a network cannot ask for it. */
final class KnownVenue {

    private final VendorOptions vendor;
    private final Path file;

    KnownVenue(VendorOptions vendor, Path journal) {
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
            String[] known = kept().split("\\s+", -1);
            if (known.length < 2 || !known[0].equals(siret) || !known[1].matches("[0-9]{1,18}")) {
                throw unreachable;
            }
            return Long.parseLong(known[1]);
        }
    }

    private void keep(String known) {
        try (OutputFile out = OutputFile.begin(file, true, List.of())) {
            out.writer().write(known);
            out.finish();
        } catch (IOException notKept) {
            // the door opens all the same: the programme can be asked today
        }
    }

    private String kept() {
        try {
            return Files.readString(file);
        } catch (IOException nothing) {
            return "";
        }
    }
}
