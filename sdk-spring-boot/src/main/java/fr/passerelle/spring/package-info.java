/**
 * Passerelle in an application on Spring Boot 3 or 4: properties, a client, the ticketing desk behind a path, health,
 * metrics, traces, and an orderly end.
 */
@NullMarked
package fr.passerelle.spring;

import org.jspecify.annotations.NullMarked;
