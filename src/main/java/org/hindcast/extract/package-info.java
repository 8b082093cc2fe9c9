/**
 * From a text to the forecasts in it. Pure: a text goes in, candidates come out; {@code java.*} and OpenNLP only. Offsets are
 * UTF-16 code units into the text as it was given.
 */
package org.hindcast.extract;
