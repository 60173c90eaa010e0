package fr.passerelle.sandbox.catalogue;

import fr.passerelle.catalogue.CatalogueMemory;
import fr.passerelle.catalogue.CatalogueSync;
import fr.passerelle.catalogue.Change;
import fr.passerelle.catalogue.ChangeResult;
import fr.passerelle.catalogue.Removal;
import fr.passerelle.catalogue.SyncPlan;
import fr.passerelle.catalogue.SyncReport;
import fr.passerelle.catalogue.WantedDate;
import fr.passerelle.catalogue.WantedEvent;
import fr.passerelle.contract.Sent;
import fr.passerelle.contract.SentRequests;
import fr.passerelle.http.Environment;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Price;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.passculture.TimelessClients;
import fr.passerelle.ratelimit.RateLimiter;
import fr.passerelle.sandbox.Stage;
import fr.passerelle.sandbox.traffic.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** A vendor with a catalogue, and the programme it sells on. */
final class Shop implements AutoCloseable {

    static final Instant OPENING = Stage.NOW.plus(Duration.ofDays(30));
    static final Price TWELVE = Price.euros("12");

    final Stage stage;
    private final boolean closesStage;
    final Playbill playbill;
    final PassCultureClient client;

    Shop() {
        this(new Stage(), true);
    }

    /** On a stage that others have used, and will use: it is emptied first, and not closed. */
    Shop(Stage shared) {
        this(shared.emptied(), false);
    }

    private Shop(Stage stage, boolean closesStage) {
        this.stage = stage;
        this.closesStage = closesStage;
        playbill = new Playbill(stage.venue.id());
        client = client(chain -> chain.proceed(chain.request()));
    }

    /** A client whose requests pass an interceptor first. */
    PassCultureClient client(Interceptor interceptor) {
        return client(stage.provider.apiKey(), interceptor);
    }

    /** A client of any vendor. */
    PassCultureClient client(String apiKey, Interceptor interceptor) {
        return TimelessClients.timeless(PassCultureClient.builder())
                .apiKey(apiKey)
                .environment(new Environment(stage.sandbox.baseUrl()))
                .rateLimiter(RateLimiter.unlimited())
                .okHttpClient(new OkHttpClient.Builder()
                        .addInterceptor(chain -> {
                            SentRequests.saw(Sent.of(chain.request()));
                            return interceptor.intercept(chain);
                        })
                        .build())
                .clock(clock())
                .build();
    }

    static Clock clock() {
        return Clock.fixed(Stage.NOW, ZoneOffset.UTC);
    }

    CatalogueSync.Builder syncOf(PassCultureClient by) {
        return CatalogueSync.of(by, stage.venue.id()).owned(id -> true).clock(clock());
    }

    CatalogueSync sync(Removal removal) {
        return syncOf(client).removal(removal).build();
    }

    CatalogueSync sync() {
        return sync(Removal.WITHDRAW_UNBOOKED);
    }

    CatalogueSync sync(CatalogueMemory memory) {
        return syncOf(client).memory(memory).build();
    }

    /** Plans and applies. */
    SyncReport bring(WantedEvent... wanted) {
        return bring(sync(), wanted);
    }

    static SyncReport bring(CatalogueSync sync, WantedEvent... wanted) {
        SyncPlan plan = sync.plan(List.of(wanted));
        return sync.apply(plan, result -> {});
    }

    SyncPlan plan(WantedEvent... wanted) {
        return sync().plan(List.of(wanted));
    }

    static List<String> reasons(SyncPlan plan) {
        return plan.changes().stream().map(Change::reason).toList();
    }

    /** Each result as a line: the state, and what it was about. */
    static List<String> told(SyncReport report) {
        return report.results().stream().map(Shop::told).toList();
    }

    private static String told(ChangeResult result) {
        return result.state() + " " + result.change().kind() + " "
                + result.change().subject() + " " + result.change().ids();
    }

    EventDraft.Builder play(String id) {
        return playbill.play(id);
    }

    static PriceCategoryDraft price(String id, String label, Price amount) {
        return PriceCategoryDraft.builder()
                .label(label)
                .price(amount)
                .idAtProvider(id)
                .build();
    }

    /** A date so many days after the opening, of 20 places. */
    static WantedDate date(String id, int days) {
        return WantedDate.of(id, OPENING.plus(Duration.ofDays(days)), "full", Capacity.of(20));
    }

    WantedEvent wanted(String id, String... dates) {
        return playbill.wanted(id, dates);
    }

    /** An event whose places cost so much. */
    WantedEvent wanted(String id, Price price, WantedDate... dates) {
        return wanted(id, draft -> draft.priceCategories(List.of(price("full", "Plein", price))), List.of(dates));
    }

    WantedEvent wanted(String id, UnaryOperator<EventDraft.Builder> draft, List<WantedDate> dates) {
        return playbill.wanted(id, draft, dates);
    }

    static List<WantedDate> dates(String... ids) {
        List<WantedDate> dates = new ArrayList<>();
        for (String id : ids) {
            dates.add(date(id, dates.size()));
        }
        return dates;
    }

    Event event(String id) {
        return client
                .events()
                .list(EventFilter.builder()
                        .venueId(stage.venue.id())
                        .addIdsAtProvider(id)
                        .build())
                .stream()
                .findFirst()
                .orElseThrow();
    }

    List<EventDate> datesOf(String event) {
        return client.events().dates(event(event).id()).list().toList();
    }

    EventDate date(String event, String id) {
        return datesOf(event).stream()
                .filter(date -> id.equals(date.idAtProvider()))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody books. */
    void book(String event, String date, int places) {
        stage.sandbox.beneficiary(30_000).book(date(event, date).id(), places);
    }

    /** Everything at the programme, without its own numbers. */
    String state() {
        return client.events().list(EventFilter.all()).stream()
                .flatMap(event -> Stream.concat(
                        Stream.of(event.idAtProvider() + " " + event.name() + " " + event.status() + " "
                                + event.description() + " "
                                + event.priceCategories().stream()
                                        .map(price -> price.idAtProvider() + price.label() + price.price())
                                        .sorted()
                                        .toList()),
                        client.events().dates(event.id()).list().stream()
                                .map(date -> "  " + date.idAtProvider() + " " + date.beginning() + " "
                                        + date.bookingLimit() + " " + date.capacity() + " " + date.bookedQuantity()
                                        + " "
                                        + date.priceCategory().idAtProvider())
                                .sorted()))
                .collect(Collectors.joining("\n"));
    }

    /** What the programme has received since the last time that somebody asked. */
    List<String> calls() {
        List<String> calls = stage.sandbox.journal().entries().stream()
                .filter(entry -> entry.direction() == Journal.Direction.IN)
                .filter(entry -> entry.path().startsWith("/public"))
                .map(Journal.Entry::method)
                .toList();
        stage.sandbox.journal().clear();
        return calls;
    }

    @Override
    public void close() {
        client.close();
        if (closesStage) {
            stage.close();
        }
    }
}
