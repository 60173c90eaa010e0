package org.example.boxoffice

import fr.passerelle.model.offer.Category
import fr.passerelle.model.offer.DateDraft
import fr.passerelle.model.offer.Event
import fr.passerelle.model.offer.EventDate
import fr.passerelle.model.offer.EventDraft
import fr.passerelle.model.offer.Location
import fr.passerelle.model.offer.PriceCategoryDraft
import fr.passerelle.model.value.Capacity
import fr.passerelle.model.value.Price
import fr.passerelle.model.venue.Accessibility
import fr.passerelle.passculture.PassCultureClient
import java.time.Instant
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.future.await

/** A box office whose calls suspend. A coroutine that is cancelled cancels its call. */
class BoxOffice(private val passCulture: PassCultureClient, private val venueId: Long) {

    /** Puts a guided visit on sale. */
    suspend fun publish(name: String, openings: List<Instant>): Event {
        val visit = passCulture.events().async().create(visit(name)).await()
        val entry = visit.priceCategory("Entrée")
        passCulture.events().dates(visit.id()).async()
            .create(openings.map { DateDraft.at(it).price(entry).capacity(Capacity.of(20)).build() })
            .await()
        return visit
    }

    /** The dates of several events, read at the same time under the one quota. */
    suspend fun dates(events: List<Event>): List<EventDate> = coroutineScope {
        events
            .map { async { passCulture.events().dates(it.id()).async().list().await() } }
            .awaitAll()
            .flatten()
    }

    private fun visit(name: String): EventDraft = EventDraft.builder()
        .name(name)
        .category(Category.guidedVisit())
        .location(Location.atVenue(venueId))
        .accessibility(Accessibility.of())
        .bookingContact("billetterie@example.org")
        .hasTicket(false)
        .addPriceCategories(PriceCategoryDraft.of("Entrée", Price.euros("5.00")))
        .build()
}
