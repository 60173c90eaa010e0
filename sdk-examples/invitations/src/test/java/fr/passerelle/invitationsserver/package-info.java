/** The server from outside: every request and response is held against the OpenAPI document. */
@NullMarked
package fr.passerelle.invitationsserver;

import org.jspecify.annotations.NullMarked;
