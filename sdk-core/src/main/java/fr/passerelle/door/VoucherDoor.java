package fr.passerelle.door;

import fr.passerelle.model.invitation.SignedCode;
import fr.passerelle.model.invitation.Voucher;
import fr.passerelle.model.invitation.VoucherCode;
import fr.passerelle.model.invitation.VoucherStatus;
import fr.passerelle.model.invitation.VoucherVerifier;
import fr.passerelle.model.rule.RuleViolationException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Vouchers of donated places for one session (invitations 6). Signed codes need the programme's public key and nothing
 * else: neither a network nor a list. Short codes, and vouchers that were given back, need the session's list of
 * vouchers; with it both codes of a voucher are one ticket.
 */
public final class VoucherDoor implements DoorSource {

    /** How it is called in journals and reports. */
    public static final String NAME = "invitations";

    private static final String SIGNED = "PV1:";

    /** Tells the programme that a voucher let somebody in. */
    @FunctionalInterface
    public interface Sender {

        /**
         * Tells it. The same voucher may be told again after a lost response, and is one use.
         *
         * @param number of the voucher within its session
         * @param at when somebody came in
         * @throws fr.passerelle.error.CallException if it cannot be told now
         */
        Settlement used(int number, Instant at);
    }

    /** A voucher of the list: by its short code, or after a restart by the hash of it. */
    private record Listed(
            @Nullable VoucherCode code, @Nullable TicketKey hashed, VoucherStatus status) {

        TicketKey key(Function<String, TicketKey> hash) {
            return hashed == null ? hash.apply(Objects.requireNonNull(code).value()) : hashed;
        }
    }

    /** By number, and which number a short code has. */
    private record Listing(Map<Integer, Listed> vouchers, Function<VoucherCode, @Nullable Integer> numbers) {

        @Nullable
        VoucherStatus status(int number) {
            Listed listed = vouchers.get(number);
            return listed == null ? null : listed.status();
        }
    }

    private final VoucherVerifier verifier;
    private final UUID session;
    private final @Nullable Supplier<? extends Collection<Voucher>> list;
    private final @Nullable Sender sender;
    private volatile @Nullable Listing listing;

    private VoucherDoor(
            VoucherVerifier verifier,
            UUID session,
            @Nullable Supplier<? extends Collection<Voucher>> list,
            @Nullable Sender sender) {
        this.verifier = Objects.requireNonNull(verifier, "verifier");
        this.session = Objects.requireNonNull(session, "session");
        this.list = list;
        this.sender = sender;
    }

    /** The door of a session that knows signed codes. */
    public static VoucherDoor of(VoucherVerifier verifier, UUID session) {
        return new VoucherDoor(verifier, session, null, null);
    }

    /** The same door, which knows short codes too, and what was given back: from a list that each refresh asks for. */
    public VoucherDoor vouchers(Supplier<? extends Collection<Voucher>> all) {
        return new VoucherDoor(verifier, session, all, sender);
    }

    /** The same door, whose {@link Door#sync} tells the programme who came in. Without it the journal alone has it. */
    public VoucherDoor sender(Sender used) {
        return new VoucherDoor(verifier, session, list, used);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized RefreshReport refresh(Instant now) {
        if (list == null) {
            return new RefreshReport(0, 0, 0, 0, 0);
        }
        Map<VoucherCode, Integer> codes = new HashMap<>();
        Map<Integer, Listed> vouchers = new HashMap<>();
        Listing before = listing;
        int added = 0;
        int cancelled = 0;
        int used = 0;
        for (Voucher voucher : List.copyOf(list.get())) {
            VoucherStatus old = before == null ? null : before.status(voucher.number());
            codes.put(voucher.code(), voucher.number());
            vouchers.put(voucher.number(), new Listed(voucher.code(), null, voucher.status()));
            added += old == null ? 1 : 0;
            boolean changed = old != null && !old.equals(voucher.status());
            cancelled += changed && voucher.status().equals(VoucherStatus.VOID) ? 1 : 0;
            used += changed && voucher.status().equals(VoucherStatus.USED) ? 1 : 0;
        }
        listing = new Listing(vouchers, codes::get);
        return new RefreshReport(vouchers.size(), added, cancelled, used, 0);
    }

    @Override
    public Optional<byte[]> save(Function<String, TicketKey> hash) {
        Listing current = listing;
        if (current == null) {
            return Optional.empty();
        }
        return Optional.of(SavedList.write(scope(), out -> {
            out.writeInt(current.vouchers().size());
            for (Map.Entry<Integer, Listed> voucher : current.vouchers().entrySet()) {
                out.writeInt(voucher.getKey());
                SavedList.writeKey(out, voucher.getValue().key(hash));
                out.writeUTF(voucher.getValue().status().value());
            }
        }));
    }

    @Override
    public synchronized boolean restore(byte[] saved, Function<String, TicketKey> hash, Instant now) {
        Map<TicketKey, Integer> codes = new HashMap<>();
        Map<Integer, Listed> vouchers = new HashMap<>();
        boolean whole = SavedList.read(saved, scope(), in -> {
            for (int left = in.readInt(); left > 0; left--) {
                int number = in.readInt();
                TicketKey key = SavedList.readKey(in);
                codes.put(key, number);
                vouchers.put(number, new Listed(null, key, VoucherStatus.of(in.readUTF())));
            }
        });
        if (whole && list != null) {
            listing = new Listing(vouchers, code -> codes.get(hash.apply(code.value())));
        }
        return whole;
    }

    private String scope() {
        return "vouchers 1 " + session;
    }

    /** A short code that was let in before the list told its number. */
    @Override
    public Optional<TicketKey> alias(String identity, Function<String, TicketKey> hash) {
        Listing current = listing;
        return current == null
                ? Optional.empty()
                : Optional.ofNullable(current.vouchers().get(number(identity))).map(listed -> listed.key(hash));
    }

    /** 0, which no voucher has, for what is no number. */
    private static int number(String identity) {
        try {
            return Integer.parseInt(identity);
        } catch (NumberFormatException shortCode) {
            return 0;
        }
    }

    @Override
    public int expected() {
        Listing current = listing;
        return current == null
                ? 0
                : (int) current.vouchers().values().stream()
                        .filter(voucher -> !voucher.status().equals(VoucherStatus.VOID))
                        .count();
    }

    @Override
    public Finding find(String scanned, Instant now) {
        String text = scanned.strip();
        if (text.startsWith(SIGNED)) {
            return text.length() > SignedCode.MAX_LENGTH ? new Finding.NotMine() : signed(text, now);
        }
        VoucherCode code;
        try {
            code = VoucherCode.of(text);
        } catch (RuleViolationException another) {
            return new Finding.NotMine();
        }
        Listing current = listing;
        Integer number = current == null ? null : current.numbers().apply(code);
        if (number != null) {
            return listed(number);
        }
        return current == null ? new Finding.Unlisted(code.value()) : refused(code.value(), ScanResult.UNKNOWN);
    }

    private Finding signed(String text, Instant now) {
        VoucherVerifier.Check check = verifier.check(new SignedCode(text), session, now);
        VoucherVerifier.Reason reason = check.reason();
        if (reason == null) {
            return listed(check.number());
        }
        return switch (reason) {
            case NOT_A_CODE -> refused(text, ScanResult.NOT_A_CODE);
            // A key that this door does not know may be anybody's.
            case UNKNOWN_KEY, FORGED -> refused(text, ScanResult.FORGED);
            case OTHER_SESSION -> refused(text, ScanResult.NOT_TONIGHT);
            case NOT_YET_VALID -> refused(String.valueOf(check.number()), ScanResult.TOO_EARLY);
            case EXPIRED -> refused(String.valueOf(check.number()), ScanResult.EXPIRED);
        };
    }

    private Finding listed(int number) {
        Listing current = listing;
        VoucherStatus status = current == null ? null : current.status(number);
        String identity = String.valueOf(number);
        if (VoucherStatus.VOID.equals(status)) {
            return refused(identity, ScanResult.CANCELLED);
        }
        return VoucherStatus.USED.equals(status)
                ? refused(identity, ScanResult.USED_ELSEWHERE)
                : new Finding.Good(identity, 1, OptionalLong.of(number));
    }

    private static Finding refused(String identity, ScanResult result) {
        return new Finding.Refused(identity, result, Optional.empty(), OptionalLong.empty());
    }

    @Override
    public boolean sends() {
        return sender != null;
    }

    @Override
    public Settlement use(String identity, OptionalLong reference, boolean doubted, Instant at) {
        if (sender == null || reference.isEmpty()) {
            return Settlement.UNKNOWN;
        }
        return sender.used((int) reference.getAsLong(), at);
    }

    /** Nothing leads out of a voucher's use (invitations 3). */
    @Override
    public Settlement keep(String identity) {
        return Settlement.NOT_KEPT;
    }

    /** Which session. */
    @Override
    public String toString() {
        return "VoucherDoor[" + session + "]";
    }
}
