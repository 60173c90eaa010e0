/** What every client has: how it is set up, options of a call, responses as they came, lists, listeners. */
@NullMarked
package fr.passerelle.http;

import org.jspecify.annotations.NullMarked;
