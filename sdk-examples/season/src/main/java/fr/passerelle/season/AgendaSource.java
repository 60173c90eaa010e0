package fr.passerelle.season;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Programme;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.file.FileProblemException;
import fr.passerelle.commandline.file.InputFile;
import fr.passerelle.commandline.table.MissingColumnsException;
import fr.passerelle.season.agenda.AgendaEntry;
import fr.passerelle.season.agenda.AgendaRecords;
import fr.passerelle.season.agenda.ListingReader;
import fr.passerelle.season.agenda.PriceList;
import fr.passerelle.season.agenda.Schedule;
import fr.passerelle.season.agenda.UnreadableAgendaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads whole agendas, from a file or from the one that ships inside. */
final class AgendaSource {

    private static final String SHIPPED = "agenda/demo-agenda.json";

    private final Texts texts;

    AgendaSource(Texts texts) {
        this.texts = texts;
    }

    /**
     * The records of a file.
     *
     * @throws FailedException if it cannot be read to its end
     */
    List<AgendaEntry> read(Path file, Schedule schedule) {
        return read(file, schedule, PriceList.NONE);
    }

    /**
     * The records of a file, with prices that stand in another one.
     *
     * @throws FailedException if it cannot be read to its end
     */
    List<AgendaEntry> read(Path file, Schedule schedule, PriceList prices) {
        try (InputFile input = InputFile.open(file);
                InputStream export = input.stream()) {
            return read(export, schedule, prices);
        } catch (FileProblemException wrong) {
            throw new FailedException(Programme.told(wrong, texts));
        } catch (UnreadableAgendaException unreadable) {
            throw new FailedException(
                    unreadable.line() == 0
                            ? texts.of("file.no-agenda", file)
                            : texts.of("file.broken", file, unreadable.line(), unreadable.column()));
        } catch (IOException failed) {
            throw new FailedException(texts.of("file.unreadable", file));
        }
    }

    /** The records of the agenda that ships inside. */
    List<AgendaEntry> shipped(Schedule schedule) {
        try (InputStream export = Objects.requireNonNull(AgendaSource.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return read(export, schedule, PriceList.NONE);
        } catch (IOException impossible) {
            throw new AssertionError("the agenda inside the jar is readable", impossible);
        }
    }

    /**
     * The prices of a table.
     *
     * @throws FailedException if it cannot be read, or has no prices
     */
    PriceList prices(Path file) {
        try (InputFile input = InputFile.open(file)) {
            return PriceList.read(input);
        } catch (MissingColumnsException noTable) {
            throw new FailedException(texts.of("prices.no-columns", file));
        } catch (FileProblemException wrong) {
            throw new FailedException(Programme.told(wrong, texts));
        } catch (IOException failed) {
            throw new FailedException(texts.of("file.unreadable", file));
        }
    }

    private static List<AgendaEntry> read(InputStream export, Schedule schedule, PriceList prices) throws IOException {
        ListingReader reader = new ListingReader(schedule, prices);
        List<AgendaEntry> entries = new ArrayList<>();
        try (AgendaRecords file = AgendaRecords.open(export, schedule.now())) {
            for (Optional<JsonNode> record = file.next(); record.isPresent(); record = file.next()) {
                entries.add(reader.read(record.get()));
            }
        }
        return entries;
    }
}
