/** How the partner API shows what the world holds. */
@NullMarked
package fr.passerelle.sandbox.view;

import org.jspecify.annotations.NullMarked;
