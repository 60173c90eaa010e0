/**
 * For the tests of this project: what the programme's APIs take and send, whether a request obeys, cases of what it
 * really does, and a network that fails.
 */
@NullMarked
package fr.passerelle.contract;

import org.jspecify.annotations.NullMarked;
