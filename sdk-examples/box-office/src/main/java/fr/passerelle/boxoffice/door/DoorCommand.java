package fr.passerelle.boxoffice.door;

import fr.passerelle.boxoffice.Main;
import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.Version;
import fr.passerelle.commandline.vendor.VendorOptions;
import fr.passerelle.door.Conflict;
import fr.passerelle.door.Door;
import fr.passerelle.door.DoorJournal;
import fr.passerelle.door.DoorPolicy;
import fr.passerelle.door.JournalException;
import fr.passerelle.door.PassCultureDoor;
import fr.passerelle.passculture.PassCultureClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code box-office door}: a page for the person at the door, which goes on when the network is gone. */
@Command(name = "door", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class DoorCommand implements Callable<Integer> {

    /** The variable of the environment with the secret of the journal. */
    static final String SECRET = "BOX_OFFICE_DOOR_SECRET";

    private static final int REFRESH_SECONDS = 120;
    private static final int SYNC_SECONDS = 10;

    private final Surroundings surroundings;

    @Mixin
    private final VendorOptions vendor;

    @Option(names = "--event", paramLabel = "ID", descriptionKey = "door.event")
    private @Nullable Long event;

    @Option(names = "--journal", required = true, paramLabel = "FILE", descriptionKey = "door.journal")
    private Path journal = Path.of("");

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8484", descriptionKey = "door.port")
    private int port;

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "1", descriptionKey = "door.name")
    private String name = "1";

    @Option(names = "--unchecked", paramLabel = "POLICY", defaultValue = "ASK_STAFF", descriptionKey = "door.unchecked")
    private DoorPolicy policy = DoorPolicy.ASK_STAFF;

    private final CountDownLatch stopped;

    /** Runs until the process is stopped. */
    public DoorCommand(Surroundings surroundings) {
        this(surroundings, new CountDownLatch(1));
    }

    /** Runs until a test counts down. */
    DoorCommand(Surroundings surroundings, CountDownLatch stopped) {
        this.surroundings = surroundings;
        this.vendor = new VendorOptions(surroundings);
        this.stopped = stopped;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        vendor.check();
        String apiKey = vendor.apiKey(true).orElseThrow();
        byte[] secret = secret();
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
        try (PassCultureClient client = vendor.client(apiKey, "box-office", UnaryOperator.identity());
                DoorJournal open = open();
                Door door = door(client, open, secret);
                DoorServer server = new DoorServer(
                        port,
                        new DoorDesk(door, surroundings.clock(), ZoneId.systemDefault()),
                        Main.TEXTS,
                        surroundings.texts().locale())) {
            var refreshing =
                    timer.scheduleWithFixedDelay(() -> quietly(door::refresh), 0, REFRESH_SECONDS, TimeUnit.SECONDS);
            var sending = timer.scheduleWithFixedDelay(() -> sync(door), SYNC_SECONDS, SYNC_SECONDS, TimeUnit.SECONDS);
            surroundings.console().line(surroundings.texts().of("door.ready", server.url()));
            stopped.await();
            refreshing.cancel(false);
            sending.cancel(false);
        } finally {
            timer.shutdownNow();
        }
        return ExitCode.OK;
    }

    private Door door(PassCultureClient client, DoorJournal open, byte[] secret) {
        PassCultureDoor source = event == null
                ? PassCultureDoor.ofVenue(client, new KnownVenue(surroundings, vendor, journal).id(client))
                : PassCultureDoor.of(client, event);
        try {
            return Door.builder()
                    .journal(open)
                    .secret(secret)
                    .source(source)
                    .name(name)
                    .policy(policy)
                    .clock(surroundings.clock())
                    .build();
        } catch (IllegalArgumentException another) {
            throw new FailedException(surroundings.texts().of("door.refused", String.valueOf(another.getMessage())));
        }
    }

    private DoorJournal open() {
        try {
            return DoorJournal.file(journal);
        } catch (JournalException notOpened) {
            throw new FailedException(String.valueOf(notOpened.getMessage()));
        }
    }

    private byte[] secret() {
        byte[] secret =
                surroundings.environment().getOrDefault(SECRET, "").strip().getBytes(StandardCharsets.UTF_8);
        if (secret.length < Door.MIN_SECRET) {
            throw new FailedException(surroundings.texts().of("door.secret", SECRET, Door.MIN_SECRET));
        }
        return secret;
    }

    private void sync(Door door) {
        quietly(() -> door.sync().conflicts().forEach(this::tell));
    }

    private void tell(Conflict conflict) {
        Texts texts = surroundings.texts();
        String booking = conflict.reference().isPresent()
                ? String.valueOf(conflict.reference().getAsLong())
                : "–";
        surroundings
                .console()
                .line(texts.of(
                        "door.conflict",
                        conflict.settlement().title(texts.locale()),
                        conflict.at(),
                        conflict.heads(),
                        booking));
    }

    /** The page shows that the network is gone, and how old the list is; the timer goes on. */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException later) {
            // the next time will do
        }
    }
}
