/** The connection to Elasticsearch, and the indexes this service keeps there. */
@NullMarked
package io.paperpress.search.elasticsearch;

import org.jspecify.annotations.NullMarked;
