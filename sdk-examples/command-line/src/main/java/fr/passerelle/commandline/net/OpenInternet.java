package fr.passerelle.commandline.net;

import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * Keeps calls to foreign addresses, those of an agenda's pictures or of webhooks, away from this machine and its
 * networks, whatever a name resolves to at the moment of the connection. Immutable and safe for use by several threads.
 */
public final class OpenInternet implements Dns {

    /** An address inside, which is not called. */
    public static final class InsideException extends UnknownHostException {

        private static final long serialVersionUID = 1L;
    }

    private final Predicate<InetAddress> allowed;

    /**
     * Calls what a rule allows.
     *
     * @param allowed which addresses may be called
     */
    public OpenInternet(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    /** Calls nothing that is loopback, private, reserved, shared or translated. */
    public static OpenInternet only() {
        return new OpenInternet(PublicAddress::isPublic);
    }

    /**
     * A client that stays outside and follows no redirects: where they lead must be {@linkplain #check checked} too.
     */
    public OkHttpClient.Builder client(OkHttpClient base) {
        return base.newBuilder()
                .followRedirects(false)
                .followSslRedirects(false)
                // A proxy would resolve names itself, where nobody looks at what they resolve to.
                .proxy(Proxy.NO_PROXY)
                .dns(this);
    }

    /**
     * Looks at an address that stands in numbers: a client does not look it up, so that {@link #lookup} is not asked.
     *
     * @throws InsideException if it is inside
     * @throws UnknownHostException if it is no address
     */
    public void check(HttpUrl url) throws UnknownHostException {
        if (url.host().indexOf(':') >= 0 || url.host().matches("[0-9.]+")) {
            lookup(url.host());
        }
    }

    /**
     * The addresses of a host that may be called.
     *
     * @throws InsideException if all of them are inside
     * @throws UnknownHostException if there is none
     */
    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> found =
                Dns.SYSTEM.lookup(host).stream().filter(allowed).toList();
        if (found.isEmpty()) {
            throw new InsideException();
        }
        return found;
    }
}
