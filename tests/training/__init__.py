"""How the model that labels references is trained: invented works, printed in many styles."""
