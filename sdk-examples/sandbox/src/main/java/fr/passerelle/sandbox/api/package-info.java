/** The partner API: one class of routes per resource, with the server's own order of checks. */
@NullMarked
package fr.passerelle.sandbox.api;

import org.jspecify.annotations.NullMarked;
