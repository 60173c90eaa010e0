/** The wire: routes as data, calls, answers, and the embedded server that carries them. */
@NullMarked
package fr.passerelle.sandbox.http;

import org.jspecify.annotations.NullMarked;
