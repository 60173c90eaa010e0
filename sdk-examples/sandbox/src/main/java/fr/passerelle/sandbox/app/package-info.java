/** The routes of the programme's app that a beneficiary needs: who am I, book, look at a booking, cancel. */
@NullMarked
package fr.passerelle.sandbox.app;

import org.jspecify.annotations.NullMarked;
