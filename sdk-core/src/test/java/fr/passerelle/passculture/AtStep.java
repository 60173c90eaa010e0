package fr.passerelle.passculture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A user's listener that does one thing at one of OkHttp's callbacks, the first time it comes there. */
final class AtStep extends EventListener {

    /** Where OkHttp tells its listeners something, by the callbacks' names. */
    enum Step {
        CALL_START,
        PROXY_SELECT_START,
        PROXY_SELECT_END,
        DNS_START,
        DNS_END,
        CONNECT_START,
        SECURE_CONNECT_START,
        SECURE_CONNECT_END,
        CONNECT_END,
        CONNECT_FAILED,
        CONNECTION_ACQUIRED,
        CONNECTION_RELEASED,
        REQUEST_HEADERS_START,
        REQUEST_HEADERS_END,
        REQUEST_BODY_START,
        REQUEST_BODY_END,
        REQUEST_FAILED,
        RESPONSE_HEADERS_START,
        RESPONSE_HEADERS_END,
        RESPONSE_BODY_START,
        RESPONSE_BODY_END,
        RESPONSE_FAILED,
        CALL_END,
        CALL_FAILED,
        CANCELED
    }

    private final Step when;
    private final Runnable action;
    private boolean done;

    AtStep(Step when, Runnable action) {
        this.when = when;
        this.action = action;
    }

    /** For the builder of a client. */
    OkHttpClient.Builder okHttpClient() {
        return new OkHttpClient.Builder().eventListener(this);
    }

    /** Whether it came there. */
    synchronized boolean reached() {
        return done;
    }

    private void at(Step now) {
        synchronized (this) {
            if (now != when || done) {
                return;
            }
            done = true;
        }
        action.run();
    }

    @Override
    public void callStart(Call call) {
        at(Step.CALL_START);
    }

    @Override
    public void proxySelectStart(Call call, HttpUrl url) {
        at(Step.PROXY_SELECT_START);
    }

    @Override
    public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
        at(Step.PROXY_SELECT_END);
    }

    @Override
    public void dnsStart(Call call, String domain) {
        at(Step.DNS_START);
    }

    @Override
    public void dnsEnd(Call call, String domain, List<InetAddress> addresses) {
        at(Step.DNS_END);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        at(Step.CONNECT_START);
    }

    @Override
    public void secureConnectStart(Call call) {
        at(Step.SECURE_CONNECT_START);
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        at(Step.SECURE_CONNECT_END);
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        at(Step.CONNECT_END);
    }

    @Override
    public void connectFailed(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol, IOException failure) {
        at(Step.CONNECT_FAILED);
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        at(Step.CONNECTION_ACQUIRED);
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
        at(Step.CONNECTION_RELEASED);
    }

    @Override
    public void requestHeadersStart(Call call) {
        at(Step.REQUEST_HEADERS_START);
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        at(Step.REQUEST_HEADERS_END);
    }

    @Override
    public void requestBodyStart(Call call) {
        at(Step.REQUEST_BODY_START);
    }

    @Override
    public void requestBodyEnd(Call call, long bytes) {
        at(Step.REQUEST_BODY_END);
    }

    @Override
    public void requestFailed(Call call, IOException failure) {
        at(Step.REQUEST_FAILED);
    }

    @Override
    public void responseHeadersStart(Call call) {
        at(Step.RESPONSE_HEADERS_START);
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        at(Step.RESPONSE_HEADERS_END);
    }

    @Override
    public void responseBodyStart(Call call) {
        at(Step.RESPONSE_BODY_START);
    }

    @Override
    public void responseBodyEnd(Call call, long bytes) {
        at(Step.RESPONSE_BODY_END);
    }

    @Override
    public void responseFailed(Call call, IOException failure) {
        at(Step.RESPONSE_FAILED);
    }

    @Override
    public void callEnd(Call call) {
        at(Step.CALL_END);
    }

    @Override
    public void callFailed(Call call, IOException failure) {
        at(Step.CALL_FAILED);
    }

    @Override
    public void canceled(Call call) {
        at(Step.CANCELED);
    }
}
