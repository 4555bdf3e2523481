package org.triplehelix.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What went wrong with a file, for people: Java often names nothing but the file. */
public final class FileFault {
  private FileFault() {}

  /** The reason, in words. */
  public static String of(IOException fault) {
    if (fault instanceof NoSuchFileException || fault instanceof FileNotFoundException) {
      return fault.getMessage() + " is not there or may not be opened";
    }
    if (fault instanceof AccessDeniedException) {
      return fault.getMessage() + ": permission denied";
    }
    if (fault instanceof FileAlreadyExistsException || fault instanceof NotDirectoryException) {
      return fault.getMessage() + " is there and is no folder";
    }
    return fault.getMessage() == null ? "it ends too early" : fault.getMessage();
  }
}
