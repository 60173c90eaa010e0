package fr.passerelle.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.door.VendorTickets.Validity;
import fr.passerelle.door.VendorTickets.VendorTicket;
import fr.passerelle.model.invitation.SignedCode;
import fr.passerelle.model.invitation.Voucher;
import fr.passerelle.model.invitation.VoucherCode;
import fr.passerelle.model.invitation.VoucherSigner;
import fr.passerelle.model.invitation.VoucherStatus;
import fr.passerelle.model.invitation.VoucherVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Barcodes of the vendor and vouchers of a programme at one door, without any network. */
class OneDoorForAllTest {

    private static final Instant NOW = Instant.parse("2026-03-12T18:30:00Z");
    private static final byte[] SECRET = "a secret of thirty-two bytes, or".getBytes(StandardCharsets.UTF_8);
    private static final UUID SESSION = new UUID(1, 2);

    private final KeyPair keys = keyPair();
    private final VoucherSigner signer = new VoucherSigner(1, keys.getPrivate());
    private final FailingDisk disk = new FailingDisk();
    private final DoorJournal journal = journal(disk);
    private final List<VendorTicket> tickets = new ArrayList<>();
    private final List<Voucher> vouchers = new ArrayList<>();
    private final List<Integer> told = new ArrayList<>();
    private final VoucherDoor voucherDoor = VoucherDoor.of(VoucherVerifier.of(Map.of(1, keys.getPublic())), SESSION);

    private static KeyPair keyPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static DoorJournal journal(Disk disk) {
        try {
            return new FileDoorJournal(disk, "evening");
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Door.Builder builder() {
        return Door.builder()
                .journal(journal)
                .secret(SECRET)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .source(voucherDoor.vouchers(() -> vouchers).sender((number, at) -> {
                    told.add(number);
                    return Settlement.USED;
                }))
                .source(VendorTickets.of(() -> tickets));
    }

    private Door door() {
        Door door = builder().build();
        door.refresh();
        return door;
    }

    private SignedCode signed(int number) {
        return signer.sign(SESSION, number, NOW.minusSeconds(3600), NOW.plusSeconds(3600));
    }

    private Voucher voucher(int number, VoucherStatus status) {
        Voucher voucher = new Voucher(number, VoucherCode.ofRandom(number * 7919L), signed(number), status, null);
        vouchers.add(voucher);
        return voucher;
    }

    @Test
    void aBarcodeLetsInOnce() {
        tickets.add(VendorTicket.tonight("2026-000123"));
        Door door = door();

        assertThat(door.scan(" 2026-000123\n").admitted()).isTrue();
        assertThat(door.scan("2026-000123").result()).isEqualTo(ScanResult.ALREADY_IN);
        assertThat(door.scan("2026-000124").result()).isEqualTo(ScanResult.UNKNOWN);
        assertThat(door.pending()).as("nobody is to be told").isZero();
    }

    @Test
    void moreThanAllAreTooMany() {
        tickets.add(VendorTicket.tonight("A-1"));
        Door door = door();

        assertThat(door.scan("A-1", UUID.randomUUID(), 2).result()).isEqualTo(ScanResult.TOO_MANY);
        assertThat(door.admitByStaff("A-1", UUID.randomUUID(), 2).headsIn())
                .as("a person may")
                .isEqualTo(2);
    }

    /** Green is of the code that was scanned, never of one before it. */
    @Test
    void aNonceThatIsUsedForACodeThatIsRefusedIsNotGreen() {
        tickets.add(VendorTicket.tonight("A-1"));
        tickets.add(VendorTicket.tonight("A-2").cancelled());
        Door door = door();
        UUID nonce = UUID.randomUUID();
        assertThat(door.scan("A-1", nonce, 1).admitted()).isTrue();

        for (String another : List.of("A-2", "unknown", "PV1:none", " ")) {
            assertThatThrownBy(() -> door.scan(another, nonce, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("nonce");
        }

        tickets.clear();
        door.refresh();
        assertThat(door.scan("A-1", nonce, 1).admitted())
                .as("the same code, since taken off the list")
                .isTrue();
    }

    @Test
    void blanksAroundABarcodeDoNotCount() {
        tickets.add(VendorTicket.tonight("A-1 "));

        assertThat(door().scan(" A-1 ").admitted()).isTrue();
    }

    @Test
    void aTicketThatNoDoorCouldReadIsRefusedAtOnce() {
        assertThatThrownBy(() -> VendorTicket.tonight(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("barcode");
        assertThatThrownBy(() -> VendorTicket.tonight("9".repeat(101))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VendorTicket("A-1", Validity.TONIGHT, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 99");
        assertThatThrownBy(() -> new VendorTicket("A-1", Validity.TONIGHT, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsTooLongForACodeIsNone() {
        Door door = door();

        for (String text : List.of("PV1:" + "A".repeat(2000), "PV1:" + "€".repeat(350))) {
            assertThat(door.scan(text).result()).isIn(ScanResult.NOT_A_CODE, ScanResult.UNKNOWN);
            assertThat(door.admitByStaff(text, UUID.randomUUID(), 1).result()).isEqualTo(ScanResult.NOT_A_CODE);
        }
    }

    @Test
    void ofAPairOneIsCancelledAndTheOtherComesIn() {
        VendorTicket one = VendorTicket.tonight("A-1");
        tickets.addAll(List.of(one, VendorTicket.tonight("A-2")));
        Door door = door();
        tickets.set(0, one.cancelled());

        assertThat(door.refresh().cancelled()).isOne();

        assertThat(door.scan("A-1").result()).isEqualTo(ScanResult.CANCELLED);
        assertThat(door.scan("A-2").admitted()).isTrue();
    }

    @Test
    void aTicketOfAnotherDateDoesNotLetIn() {
        tickets.add(new VendorTicket("B-1", Validity.ANOTHER_DATE, 1));

        assertThat(door().scan("B-1").result()).isEqualTo(ScanResult.NOT_TONIGHT);
    }

    @Test
    void bothCodesOfAVoucherAreOneTicket() {
        Voucher voucher = voucher(3, VoucherStatus.ISSUED);
        Door door = door();

        assertThat(door.scan(voucher.signedCode().value()).admitted()).isTrue();
        assertThat(door.scan(voucher.code().printed().toLowerCase(Locale.ROOT)).result())
                .isEqualTo(ScanResult.ALREADY_IN);
        door.sync();
        assertThat(told).containsExactly(3);
        assertThat(door.pending()).isZero();
    }

    /**
     * The staff lets in on a short code that no list had; then the list tells that the signed code is the same ticket.
     */
    @Test
    void aShortCodeLetInBeforeTheListWasReadIsTheSameTicketAfter() {
        Voucher voucher = voucher(3, VoucherStatus.ISSUED);
        Door door = builder().build();
        UUID decision = UUID.randomUUID();
        assertThat(door.scan(voucher.code().printed()).result()).isEqualTo(ScanResult.ASK_STAFF);
        assertThat(door.admitByStaff(voucher.code().printed(), decision, 1).admitted())
                .isTrue();

        door.refresh();

        assertThat(door.scan(voucher.signedCode().value()).result()).isEqualTo(ScanResult.ALREADY_IN);
        assertThat(door.scan(voucher.code().printed()).result()).isEqualTo(ScanResult.ALREADY_IN);
        assertThat(door.admitByStaff(voucher.code().printed(), decision, 1).admitted())
                .as("the same decision once more")
                .isTrue();
        assertThat(door.headsIn()).isOne();
        assertThat(door.sync().conflicts()).isEmpty();
        assertThat(told).containsExactly(3);
        assertThat(door.scan(voucher.signedCode().value()).result())
                .as("after it was sent")
                .isEqualTo(ScanResult.ALREADY_IN);
    }

    @Test
    void whoIsTakenBackLeavesTheVoucherToItsSignedCode() {
        Voucher voucher = voucher(3, VoucherStatus.ISSUED);
        Door door = builder().build();
        UUID decision = UUID.randomUUID();
        door.admitByStaff(voucher.code().value(), decision, 1);
        door.refresh();

        assertThat(door.undo(decision)).isEqualTo(Door.Undo.DONE);

        assertThat(door.admitByStaff(voucher.code().value(), decision, 1).result())
                .isEqualTo(ScanResult.TAKEN_BACK);
        assertThat(door.scan(voucher.signedCode().value()).admitted()).isTrue();
        assertThat(door.headsIn()).isOne();
    }

    /** Both came in before anybody could know: that is told, and the programme hears of one use. */
    @Test
    void bothCodesLetInBeforeTheListWasReadAreAConflict() {
        Voucher voucher = voucher(3, VoucherStatus.ISSUED);
        for (boolean signedFirst : List.of(true, false)) {
            told.clear();
            Instant[] now = {NOW};
            Door door = Door.builder()
                    .journal(journal(new FailingDisk()))
                    .secret(SECRET)
                    .clock(moving(now))
                    .source(voucherDoor.vouchers(() -> vouchers).sender((number, at) -> {
                        told.add(number);
                        return Settlement.USED;
                    }))
                    .build();
            Runnable signed =
                    () -> assertThat(door.scan(voucher.signedCode().value()).admitted())
                            .isTrue();
            Runnable staff = () -> door.admitByStaff(voucher.code().value(), UUID.randomUUID(), 1);
            (signedFirst ? signed : staff).run();
            now[0] = NOW.plusSeconds(60);
            (signedFirst ? staff : signed).run();
            door.refresh();

            DoorSyncReport report = door.sync();

            assertThat(report.conflicts()).extracting(Conflict::settlement).containsExactly(Settlement.TOO_MANY);
            assertThat(report.conflicts().get(0).at()).as("the later one").isEqualTo(now[0]);
            assertThat(told).as("one use").containsExactly(3);
            assertThat(report.complete()).isTrue();
            assertThat(door.sync().conflicts()).as("told once").isEmpty();
        }
    }

    private static Clock moving(Instant[] now) {
        return ((InstantSource) () -> now[0]).withZone(ZoneOffset.UTC);
    }

    @Test
    void aSignedVoucherNeedsNoList() {
        Door door = Door.builder()
                .journal(journal)
                .secret(SECRET)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .source(voucherDoor)
                .build();

        assertThat(door.scan(signed(1).value()).admitted()).isTrue();
        assertThat(door.scan(signed(1).value()).result()).isEqualTo(ScanResult.ALREADY_IN);
        assertThat(door.scan(VoucherCode.ofRandom(5).value()).result()).isEqualTo(ScanResult.ASK_STAFF);
    }

    @Test
    void saysWhyAVoucherDoesNotLetIn() {
        Voucher back = voucher(1, VoucherStatus.VOID);
        Voucher used = voucher(2, VoucherStatus.USED);
        Door door = door();
        String forged = new VoucherSigner(1, keyPair().getPrivate())
                .sign(SESSION, 9, NOW.minusSeconds(60), NOW.plusSeconds(60))
                .value();

        assertThat(door.scan(back.signedCode().value()).result()).isEqualTo(ScanResult.CANCELLED);
        assertThat(door.scan(used.code().value()).result()).isEqualTo(ScanResult.USED_ELSEWHERE);
        assertThat(door.scan(forged).result()).isEqualTo(ScanResult.FORGED);
        assertThat(door.scan(signer.sign(new UUID(9, 9), 1, NOW, NOW.plusSeconds(60))
                                .value())
                        .result())
                .isEqualTo(ScanResult.NOT_TONIGHT);
        assertThat(door.scan(signer.sign(SESSION, 4, NOW.plusSeconds(600), NOW.plusSeconds(900))
                                .value())
                        .result())
                .isEqualTo(ScanResult.TOO_EARLY);
        assertThat(door.scan(signer.sign(SESSION, 4, NOW.minusSeconds(900), NOW.minusSeconds(600))
                                .value())
                        .result())
                .isEqualTo(ScanResult.EXPIRED);
        assertThat(door.headsIn()).isZero();
    }

    @Test
    void aFullDiskIsNeverGreen() {
        tickets.add(VendorTicket.tonight("A-1"));
        Door door = door();
        disk.room = 5;

        assertThat(door.scan("A-1").result()).isEqualTo(ScanResult.JOURNAL_UNAVAILABLE);
        assertThat(door.admitByStaff("A-1", UUID.randomUUID(), 1).result()).isEqualTo(ScanResult.JOURNAL_UNAVAILABLE);
        assertThat(door.headsIn()).isZero();

        disk.room = Integer.MAX_VALUE;
        assertThat(door.scan("A-1").admitted()).isTrue();
    }

    @Test
    void anotherSecretIsRefused() {
        builder().build();

        assertThatThrownBy(() -> builder()
                        .secret("another secret of 32 bytes, or so".getBytes(StandardCharsets.UTF_8))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("secret");
    }

    @Test
    void sourcesAreToldApartByTheirNames() {
        Door.Builder builder = builder();

        assertThatThrownBy(() -> builder.source(VendorTickets.of(List::of)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("source: there is one called vendor already");
    }

    @Test
    void aListThatCannotBeReadStays() {
        tickets.add(VendorTicket.tonight("A-1"));
        Door door = builder().source(new Failing()).build();

        assertThatThrownBy(door::refresh).hasMessage("the database is away");
        assertThat(door.scan("A-1").admitted()).isTrue();
        assertThat(door.listAge()).as("one was never read").isEmpty();
    }

    /** A list of the vendor's own that is away. */
    private static final class Failing implements DoorSource {

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public RefreshReport refresh(Instant now) {
            throw new IllegalStateException("the database is away");
        }

        @Override
        public int expected() {
            return 0;
        }

        @Override
        public Finding find(String scanned, Instant now) {
            return new Finding.NotMine();
        }
    }

    @Test
    void saysHowOldTheListIs() {
        long[] nanos = {0};
        Door door = builder().nanoTime(() -> nanos[0]).build();
        assertThat(door.scan("A-1").listAge()).isEmpty();
        door.refresh();

        nanos[0] = Duration.ofMinutes(7).toNanos();

        assertThat(door.scan("A-1").listAge()).contains(Duration.ofMinutes(7));
    }

    @Test
    void nothingOfACodeShows() {
        tickets.add(VendorTicket.tonight("SECRET-BARCODE"));
        Door door = door();
        Scan scan = door.scan("SECRET-BARCODE");

        assertThat(scan + " " + tickets + " " + journal.find(scan.nonce()) + " " + door.search("s"))
                .doesNotContain("SECRET");
        assertThat(new String(disk.content(), StandardCharsets.ISO_8859_1)).doesNotContain("SECRET");
    }
}
