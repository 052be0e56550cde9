package io.paperpress.ingest;

import io.paperpress.common.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
