/** Pictures of agendas: fetched from the open internet with care, brought into the form that the programme takes. */
@NullMarked
package fr.passerelle.season.picture;

import org.jspecify.annotations.NullMarked;
