package fr.passerelle.spring;

import fr.passerelle.ticketing.HmacKey;
import fr.passerelle.ticketing.TicketingDesk;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * A bean of this type gives the desk its HMAC keys, in the place of {@code passculture.webhook-keys}: from a vault,
 * say, where they rotate while the application runs. When it is asked, and what happens when it fails:
 * {@link TicketingDesk.Builder#hmacKeys}.
 */
@FunctionalInterface
public interface HmacKeySource extends Supplier<Collection<HmacKey>> {}
