package fr.passerelle.catalogue;

import fr.passerelle.catalogue.SortedProducts.Row;
import java.io.BufferedInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A file of records of the same length, each with its checksum, after a line that names the form and the venue. A
 * record holds a product, or that one is forgotten, or a number of runs; later ones count. A record that a crash has
 * cut off is dropped: nothing was sent on its account.
 */
final class ProductLog {

    private static final String FORM = "passerelle-products 1 ";
    private static final int CONTENT = 25;
    private static final int LENGTH = CONTENT + 4;
    private static final byte FORGOTTEN = 100;
    private static final byte RUNS = 101;

    /** Records that are read before they are put in their places. */
    private static final int BATCH = 4096;

    /** Records that do not count any more and are left, however few do. */
    private static final long SLACK = 1000;

    private final Path file;
    private final byte[] header;
    private final SortedProducts products = new SortedProducts();
    private int runs;
    private long records;
    private boolean damaged;
    private boolean untidy;

    private ProductLog(Path file, long venueId) {
        this.file = file;
        this.header = (FORM + venueId + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a file; one that is not there is empty. */
    static ProductLog open(Path file, long venueId) throws IOException {
        ProductLog log = new ProductLog(file, venueId);
        if (Files.exists(file)) {
            log.read();
        }
        return log;
    }

    /** Whether a record, other than the last, was not as it was written. */
    boolean isDamaged() {
        return damaged;
    }

    private void read() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw notOurs();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            checkHeader(in.readNBytes(header.length));
            Map<Long, Optional<Row>> batch = new LinkedHashMap<>();
            byte[] record = in.readNBytes(LENGTH);
            while (record.length == LENGTH) {
                records++;
                read(record, batch);
                if (batch.size() >= BATCH) {
                    merge(batch);
                }
                record = in.readNBytes(LENGTH);
            }
            merge(batch);
            untidy |= record.length > 0;
        }
        if (damaged) {
            products.put(rows().map(Row::doubtful).toList());
        }
    }

    /** What a crash has left of a first line is none. */
    private void checkHeader(byte[] start) throws IOException {
        if (Arrays.equals(start, header)) {
            return;
        }
        if (!Arrays.equals(start, Arrays.copyOf(header, start.length))) {
            String line = new String(start, StandardCharsets.UTF_8);
            if (line.startsWith(FORM)) {
                throw new IllegalArgumentException(file.getFileName() + " holds the products of another venue");
            }
            throw notOurs();
        }
        untidy = true;
    }

    private IOException notOurs() {
        return new FileSystemException(file.toString(), null, "is no memory of products, and is left alone");
    }

    private void read(byte[] bytes, Map<Long, Optional<Row>> batch) {
        ByteBuffer record = ByteBuffer.wrap(bytes);
        Row row = new Row(record.getLong(), record.getInt(), record.getInt(), record.getLong(), record.get());
        if (record.getInt() != checksum(bytes)) {
            damaged = true;
        } else if (row.outcome() == RUNS) {
            runs = row.cents();
        } else if (row.outcome() == FORGOTTEN) {
            batch.put(row.ean(), Optional.empty());
        } else if (row.isSane()) {
            batch.put(row.ean(), Optional.of(row));
        } else {
            damaged = true;
        }
    }

    private void merge(Map<Long, Optional<Row>> batch) {
        products.put(batch.values().stream().flatMap(Optional::stream).toList());
        products.remove(batch.entrySet().stream()
                .filter(change -> change.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList());
        batch.clear();
    }

    private Stream<Row> rows() {
        return IntStream.range(0, products.size()).mapToObj(products::row);
    }

    /** Opens it for what is kept from now on; tidied up first if there is much in it that does not count any more. */
    OpenProducts products(Runnable onClose) throws IOException {
        if (!Files.exists(file) || damaged || untidy || records > SLACK + 2L * products.size()) {
            replace();
        }
        FileOutputStream out = new FileOutputStream(file.toFile(), true);
        return new OpenProducts(products, runs, () -> close(out, onClose)) {
            @Override
            void keep(List<Row> rows) {
                append(out, rows);
            }

            @Override
            void keepRemoved(List<Long> eans) {
                append(
                        out,
                        eans.stream()
                                .map(ean -> new Row(ean, 0, 0, 0, FORGOTTEN))
                                .toList());
            }

            @Override
            void keepRuns(int runs) {
                append(out, List.of(ofRuns(runs)));
            }
        };
    }

    private static Row ofRuns(int runs) {
        return new Row(0, runs, 0, 0, RUNS);
    }

    /** A whole new file over the old one, or none. */
    private void replace() throws IOException {
        Path whole = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
        try {
            try (FileOutputStream out = new FileOutputStream(whole.toFile())) {
                out.write(header);
                for (int from = 0; from < products.size(); from += BATCH) {
                    out.write(bytes(rows().skip(from).limit(BATCH).toList()));
                }
                out.write(bytes(List.of(ofRuns(runs))));
                out.getFD().sync();
            }
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** Not by a channel, which an interrupted thread closes: what it has seen is kept all the same. */
    private static void append(FileOutputStream out, List<Row> rows) {
        try {
            out.write(bytes(rows));
            out.getFD().sync();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] bytes(List<Row> rows) {
        ByteBuffer all = ByteBuffer.allocate(rows.size() * LENGTH);
        for (Row row : rows) {
            ByteBuffer record = ByteBuffer.allocate(LENGTH)
                    .putLong(row.ean())
                    .putInt(row.cents())
                    .putInt(row.remaining())
                    .putLong(row.rest())
                    .put(row.outcome());
            all.put(record.putInt(checksum(record.array())).flip());
        }
        return all.array();
    }

    private static int checksum(byte[] record) {
        CRC32 checksum = new CRC32();
        checksum.update(record, 0, CONTENT);
        return (int) checksum.getValue();
    }

    private static void close(FileOutputStream out, Runnable onClose) {
        try (out) {
            onClose.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
