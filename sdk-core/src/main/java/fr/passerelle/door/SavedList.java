package fr.passerelle.door;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How a source writes its list down, and takes it back: a form, for whom it is, then its own. */
final class SavedList {

    private SavedList() {}

    interface Writer {
        void to(DataOutputStream out) throws IOException;
    }

    interface Reader {
        void from(DataInputStream in) throws IOException;
    }

    /**
     * A list as bytes.
     *
     * @param scope of what it is the list, and in which form: no other is taken back
     */
    static byte[] write(String scope, Writer list) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(scope);
            list.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Reads it; false, and nothing is to be believed, if it is of something else. */
    static boolean read(byte[] saved, String scope, Reader list) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(saved))) {
            if (!in.readUTF().equals(scope)) {
                return false;
            }
            list.from(in);
            return in.read() < 0;
        } catch (IOException cut) {
            return false;
        }
    }

    static void writeKey(DataOutputStream out, TicketKey key) throws IOException {
        out.writeLong(key.high());
        out.writeLong(key.low());
    }

    static TicketKey readKey(DataInputStream in) throws IOException {
        return new TicketKey(in.readLong(), in.readLong());
    }
}
