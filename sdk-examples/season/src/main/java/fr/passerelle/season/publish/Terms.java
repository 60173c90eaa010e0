package fr.passerelle.season.publish;

import fr.passerelle.model.value.Capacity;
import org.jspecify.annotations.Nullable;

/**
 * What an agenda does not say and the vendor must.
 *
 * @param bookingContact e-mail address for beneficiaries' questions; six categories require one
 * @param capacity places of each date in each price
 * @param ticketing whether concerts and shows are sold through the vendor's ticketing desk, in real time; everything
 *     else is admitted by countermark
 */
public record Terms(@Nullable String bookingContact, Capacity capacity, boolean ticketing) {}
