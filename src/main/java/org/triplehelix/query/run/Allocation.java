package org.triplehelix.query.run;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much a thread has allocated since it started. */
final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  static long of(Thread thread) {
    return THREADS.getThreadAllocatedBytes(thread.getId());
  }
}
