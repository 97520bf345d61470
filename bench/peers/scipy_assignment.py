"""Reads rows, columns and rows*columns float64 values; prints the greatest total and the seconds it took."""
import sys
import time

import numpy
from scipy.optimize import linear_sum_assignment

rows, columns = numpy.fromfile(sys.argv[1], dtype=numpy.float64, count=2).astype(int)
values = numpy.fromfile(sys.argv[1], dtype=numpy.float64, offset=16).reshape(rows, columns)
start = time.perf_counter()
chosen = linear_sum_assignment(values, maximize=True)
print(int(values[chosen].sum()), time.perf_counter() - start)
