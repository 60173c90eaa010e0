/** pass Culture as a beneficiary's app sees it: offers, bookings, the profile and its credit. */
@NullMarked
package fr.passerelle.model.app;

import org.jspecify.annotations.NullMarked;
