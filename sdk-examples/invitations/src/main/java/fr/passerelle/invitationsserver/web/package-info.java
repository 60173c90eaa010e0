/** HTTP: routes as one table, keys, limits, problems. */
@NullMarked
package fr.passerelle.invitationsserver.web;

import org.jspecify.annotations.NullMarked;
