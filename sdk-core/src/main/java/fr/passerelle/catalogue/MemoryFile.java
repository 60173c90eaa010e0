package fr.passerelle.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.internal.base.Warnings;
import fr.passerelle.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A memory in one file: a line that names the form and the digest of the rest, then JSON by venue. */
final class MemoryFile implements CatalogueMemory {

    private static final String NAME = "passerelle-catalogue ";
    private static final String FORM = NAME + "1 ";
    private static final TypeReference<Map<Long, Snapshot>> VENUES = new TypeReference<>() {};

    /** For all files: two memories may name the same one, by different paths. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path file;
    private final Warnings warnings = new Warnings("fr.passerelle.catalogue", System::nanoTime);

    MemoryFile(Path file) {
        this.file = file;
    }

    @Override
    public Snapshot read(long venueId) {
        synchronized (ONE_AT_A_TIME) {
            return venues().getOrDefault(venueId, Snapshot.EMPTY);
        }
    }

    @Override
    public void write(long venueId, Snapshot snapshot) {
        synchronized (ONE_AT_A_TIME) {
            Map<Long, Snapshot> venues = new TreeMap<>(venues());
            venues.put(venueId, snapshot);
            try {
                String body = Json.mapper().writeValueAsString(venues);
                replace(FORM + Fingerprint.of(body) + "\n" + body);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** A file is whole or not there: a crash leaves the old one. */
    private void replace(String content) throws IOException {
        boolean there = Files.exists(file);
        Path target = there ? file.toRealPath() : file.toAbsolutePath();
        if (there) {
            checkOurs(target);
        }
        Path whole =
                Files.createTempFile(target.getParent(), target.getFileName().toString(), ".new");
        try {
            Files.writeString(whole, content);
            if (there && Files.getFileStore(target).supportsFileAttributeView(PosixFileAttributeView.class)) {
                Files.setPosixFilePermissions(whole, Files.getPosixFilePermissions(target));
            }
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** A device, or a file of another kind, was named by mistake: it is not replaced. What a crash has emptied is. */
    private static void checkOurs(Path target) throws IOException {
        byte[] name = NAME.getBytes(StandardCharsets.UTF_8);
        boolean ours = Files.isRegularFile(target);
        if (ours) {
            try (InputStream in = Files.newInputStream(target)) {
                byte[] start = in.readNBytes(name.length);
                ours = start.length == 0 || start[0] == 0 || Arrays.equals(start, name);
            }
        }
        if (!ours) {
            throw new FileSystemException(target.toString(), null, "is no memory of a catalogue, and is not replaced");
        }
    }

    private Map<Long, Snapshot> venues() {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return forgotten(); // some devices have no end
        }
        try {
            return parsed(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    .orElseGet(this::forgotten);
        } catch (NoSuchFileException nothingYet) {
            return Map.of();
        } catch (IOException unreadable) {
            return forgotten();
        }
    }

    private static Optional<Map<Long, Snapshot>> parsed(String content) {
        int line = content.indexOf('\n');
        String body = content.substring(line + 1);
        if (line < 0 || !content.substring(0, line).equals(FORM + Fingerprint.of(body))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.mapper().readValue(body, VENUES));
        } catch (JsonProcessingException anotherForm) {
            return Optional.empty();
        }
    }

    private Map<Long, Snapshot> forgotten() {
        warnings.warn(
                file,
                "the catalogue's memory " + file.getFileName()
                        + " cannot be read or is damaged: it counts as empty, and everything is read again");
        return Map.of();
    }
}
