"""What a form is: pure Python values, with no window, database, paper or network behind them."""
