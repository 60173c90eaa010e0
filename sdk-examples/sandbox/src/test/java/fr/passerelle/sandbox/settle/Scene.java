package fr.passerelle.sandbox.settle;

import fr.passerelle.contract.FailingSockets;
import fr.passerelle.http.Environment;
import fr.passerelle.model.app.Device;
import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.passculture.BeneficiaryClient;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.passculture.TimelessClients;
import fr.passerelle.ratelimit.RateLimiter;
import fr.passerelle.sandbox.SandboxBeneficiary;
import fr.passerelle.sandbox.Stage;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** A sandbox, clients with and without a proxy in between, and what a write needs to be there before. */
final class Scene implements AutoCloseable {

    static final Device DEVICE = Device.of("a-telephone");
    static final Instant OPENING = Stage.NOW.plus(Duration.ofDays(30));

    final Stage stage = new Stage();
    private final AtomicBoolean refuses = new AtomicBoolean();
    private final Map<String, Runnable> between = new ConcurrentHashMap<>();
    private final OkHttpClient http = new OkHttpClient.Builder()
            .socketFactory(new FailingSockets(timeout -> {
                if (refuses.compareAndSet(true, false)) {
                    throw new ConnectException("Connection refused");
                }
            }))
            .addInterceptor(chain -> {
                Runnable other = between.remove(chain.request().method());
                if (other != null) {
                    other.run();
                }
                return chain.proceed(chain.request());
            })
            .build();
    private final Clock clock = Clock.fixed(Stage.NOW, ZoneOffset.UTC);
    final Environment environment = new Environment(stage.sandbox.baseUrl());
    /** Straight to the sandbox. */
    final PassCultureClient client = client(environment);

    private final List<PassCultureClient> exposed = new ArrayList<>();
    private @Nullable FaultProxy proxy;
    private int count;
    private long school;
    private long otherSchool;
    private long domain;

    Scene() {
        stage.http.control("POST", "/municipalities", "{'city':'Lyon','postalCode':'69003'}");
    }

    /** From now on, what is {@linkplain #exposed() exposed} goes through this proxy. */
    void through(FaultProxy next) {
        closeExposed();
        proxy = next;
    }

    private void closeExposed() {
        exposed.forEach(PassCultureClient::close);
        exposed.clear();
    }

    /** A client with a proxy in between, and with nothing behind it. */
    PassCultureClient exposed() {
        PassCultureClient fresh = client(environmentOfProxy());
        exposed.add(fresh);
        return fresh;
    }

    private PassCultureClient client(Environment where) {
        return TimelessClients.timeless(PassCultureClient.builder())
                .apiKey(stage.provider.apiKey())
                .environment(where)
                .rateLimiter(RateLimiter.unlimited())
                .okHttpClient(http)
                .clock(clock)
                .build();
    }

    private Environment environmentOfProxy() {
        return new Environment(Objects.requireNonNull(proxy, "proxy").url());
    }

    /** With nobody signed in, and exposed. */
    BeneficiaryClient app() {
        return appBuilder().build();
    }

    private BeneficiaryClient.Builder appBuilder() {
        return TimelessClients.timeless(BeneficiaryClient.builder())
                .environment(environmentOfProxy())
                .device(DEVICE)
                .attemptTimeout(Cell.HURRIED) // of a renewal, which is the client's own and takes no options
                .rateLimiter(RateLimiter.unlimited())
                .okHttpClient(http)
                .clock(clock);
    }

    /** With tokens from before, and exposed. */
    BeneficiaryClient app(String access, String refresh) {
        return appBuilder().accessToken(access, refresh).build();
    }

    /** A school, the same each time. */
    long school() {
        if (school == 0) {
            school = newSchool("0350000A");
        }
        return school;
    }

    /** Another school, the same each time. */
    long otherSchool() {
        if (otherSchool == 0) {
            otherSchool = newSchool("0350001B");
        }
        return otherSchool;
    }

    private long newSchool(String uai) {
        return created(
                "/institutions",
                "{'name':'Collège des Tilleuls','city':'Rennes','postalCode':'35000','type':'COLLEGE','uai':'%s'}"
                        .formatted(uai));
    }

    /** A domain of the arts, the same each time. */
    long domain() {
        if (domain == 0) {
            domain = created("/domains", "{'name':'Arts du cirque'}");
        }
        return domain;
    }

    private long created(String path, String json) {
        return stage.http.control("POST", path, json).path("id").asLong();
    }

    /** Something that happens just before the next request with this method leaves. */
    void before(String method, Runnable other) {
        between.put(method, other);
    }

    /** The next connection is a new one, and nobody takes it. */
    void refuseTheNextConnection() {
        dropConnections();
        refuses.set(true);
    }

    /** The next request opens a connection, and nobody refuses it. */
    void dropConnections() {
        http.connectionPool().evictAll();
        refuses.set(false);
    }

    /** A name that nothing else has. */
    String name(String kind) {
        return kind + " " + number();
    }

    /** A number that nothing else has. */
    int number() {
        return ++count;
    }

    EventDraft.Builder play(String name) {
        return EventDraft.builder()
                .name(name)
                .category(Category.guidedVisit())
                .location(Location.atVenue(stage.venue.id()))
                .accessibility(Accessibility.of())
                .hasTicket(false)
                .addPriceCategories(PriceCategoryDraft.of("Plein", Price.euros("12.50")));
    }

    Event event() {
        return client.events().create(play(name("Visite")).build());
    }

    DateDraft.Builder date(Event event) {
        return DateDraft.at(OPENING).price(event.priceCategory("Plein")).capacity(Capacity.of(10));
    }

    /** A good without a limit for cancelling: its countermark works at once. */
    long goods() {
        return stage.product("'category':'VOD','url':'https://example.org'", "'price':100");
    }

    SandboxBeneficiary person() {
        return stage.sandbox.beneficiary(30_000);
    }

    Countermark countermark(long booking) {
        return Countermark.of(stage.sandbox.countermark(booking));
    }

    @Override
    public void close() {
        closeExposed();
        client.close();
        stage.close();
        http.connectionPool().evictAll();
    }
}
