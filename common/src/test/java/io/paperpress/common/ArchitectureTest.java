package io.paperpress.common;

import io.paperpress.common.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
